const swallow = (event: Event) => event.preventDefault();

/** A public screen: no context menu, no dragging, no zooming. Keyboards and assistive technology keep working. */
export function guardScreen(): void {
  window.addEventListener('contextmenu', swallow);
  window.addEventListener('dragstart', swallow);
  window.addEventListener('gesturestart', swallow);
  window.addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey) event.preventDefault();
    },
    { passive: false },
  );
}
