import { useLingui } from '@lingui/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Speaker, type SpeakerState } from '../sound/speaker.ts';
import { Bell } from './alarm/bell.ts';
import { callNotes, lostNotes } from './alarm/pattern.ts';
import { ringing, unanswered } from './alarm/ring.ts';
import { front } from './desk/card.ts';
import { isMuted, type Mutable, rememberMuted } from './preferences.ts';
import { useDesk } from './use-desk.tsx';

/** A mouse unlocks sound as it goes down, a finger only as it lifts, a keyboard with a key. */
const gestures = ['pointerdown', 'pointerup', 'keydown'] as const;

/** What the page can do with its voice. */
export interface Alarm {
  /** What was switched off on this device. */
  readonly muted: Readonly<Record<Mutable, boolean>>;
  mute(what: Mutable, off: boolean): void;
  readonly sound: SpeakerState;
  /** Plays the call sound once, from a tap. */
  tryOut(): void;
}

/** Makes open calls heard, felt and readable in the page's title until someone claims them or a hand touches the page. */
export function useAlarm(): Alarm {
  const { i18n } = useLingui();
  const [sound, setSound] = useState<SpeakerState>('locked');
  const [heard, setHeard] = useState<ReadonlySet<string>>(new Set());
  const [muted, setMuted] = useState(() => ({ sound: isMuted('sound'), vibration: isMuted('vibration') }));
  // The bell outlives a change of mind.
  const silent = useRef(muted);
  silent.current = muted;
  const snapshot = useDesk((desk) => desk.snapshot);
  const link = useDesk((desk) => desk.link);
  const speaker = useMemo(() => new Speaker(setSound), []);
  const bell = useMemo(
    () =>
      new Bell({
        play: (notes) => {
          if (!silent.current.sound) speaker.play(notes);
        },
        vibrate: (pattern) => {
          if (!silent.current.vibration) navigator.vibrate?.([...pattern]);
        },
        every: (ms, action) => {
          const timer = setInterval(action, ms);
          return () => clearInterval(timer);
        },
      }),
    [speaker],
  );
  const keys = useMemo(() => ringing(snapshot), [snapshot]);
  const pending = useMemo(() => unanswered(keys, heard), [keys, heard]);

  // A visible page alone is no proof that somebody looks at it: a touch or a key is.
  useEffect(() => {
    const touched = () => {
      speaker.unlock();
      setHeard((before) => (unanswered(keys, before).length === 0 ? before : new Set(keys)));
    };
    // Captured, because buttons keep their own events to themselves.
    for (const gesture of gestures) addEventListener(gesture, touched, { capture: true });
    return () => {
      for (const gesture of gestures) removeEventListener(gesture, touched, { capture: true });
    };
  }, [keys, speaker]);

  useEffect(() => bell.update(pending), [bell, pending]);
  useEffect(() => () => bell.stop(), [bell]);

  const before = useRef(link);
  useEffect(() => {
    if (link === 'lost' && before.current === 'open') {
      if (!silent.current.sound) speaker.play(lostNotes);
      if (!silent.current.vibration) navigator.vibrate?.([600]);
    }
    before.current = link;
  }, [link, speaker]);

  const place =
    pending.length > 0 && snapshot !== null ? front(snapshot, { skipped: new Set(), asked: null }).card?.place : undefined;
  const storeName = snapshot?.storeName ?? 'Prévenance';
  const title =
    place === undefined
      ? i18n._({ id: 'staff.title', message: 'Staff · {storeName}', values: { storeName } })
      : i18n._({ id: 'staff.title-call', message: '● Call: {place}', values: { place } });
  useEffect(() => {
    document.title = title;
  }, [title]);

  return {
    sound,
    muted,
    mute(what, off) {
      setMuted((before) => ({ ...before, [what]: off }));
      rememberMuted(what, off);
    },
    tryOut: () => {
      speaker.unlock();
      speaker.play(callNotes);
    },
  };
}
