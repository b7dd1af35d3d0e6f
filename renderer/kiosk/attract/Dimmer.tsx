import { useEffect, useState } from 'react';

const MINUTE_MS = 60_000;

/** How long after the waking touch the veil still takes what the finger does: the click that follows a touch, a second tap. */
const SETTLE_MS = 400;

/**
 * Dims a screen nobody has touched for a while. The touch or key that wakes it does nothing else: whoever cannot see what lies under
 * their finger must not have pressed it.
 */
export function Dimmer({ minutes }: { readonly minutes: number | null }) {
  const [veil, setVeil] = useState<'none' | 'dim' | 'waking'>('none');

  useEffect(() => {
    if (minutes === null || veil !== 'none') return;
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setVeil('dim'), minutes * MINUTE_MS);
    };
    wait();
    window.addEventListener('pointerdown', wait, true);
    window.addEventListener('keydown', wait, true);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointerdown', wait, true);
      window.removeEventListener('keydown', wait, true);
    };
  }, [minutes, veil]);

  useEffect(() => {
    if (veil !== 'dim') return;
    const wake = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      setVeil('none');
    };
    window.addEventListener('keydown', wake, true);
    return () => window.removeEventListener('keydown', wake, true);
  }, [veil]);

  useEffect(() => {
    if (veil !== 'waking') return;
    let timer: ReturnType<typeof setTimeout>;
    const settle = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setVeil('none'), SETTLE_MS);
    };
    window.addEventListener('pointerup', settle, true);
    window.addEventListener('pointercancel', settle, true);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointerup', settle, true);
      window.removeEventListener('pointercancel', settle, true);
    };
  }, [veil]);

  if (veil === 'none') return null;
  return (
    <div
      className="veil"
      data-veil={veil}
      aria-hidden="true"
      onPointerDown={() => setVeil('waking')}
      onClick={(event) => event.stopPropagation()}
    />
  );
}
