/** What a starting shell does. */
export type FirstOrSecond = 'run' | 'leave';

/** Only the holder of the lock runs; two kiosks on one screen would fight for the station and the camera. */
export function onStart(hasLock: boolean): FirstOrSecond {
  return hasLock ? 'run' : 'leave';
}

/** State of the first one's window when somebody starts a second. */
export type WindowState = 'none' | 'crashed' | 'shown';

/**
 * What the first shell does then. Whoever starts a second one usually stands before a screen that does not work,
 * so a missing or crashed window is made anew rather than focused. Its arguments are ignored: they were not checked.
 */
export function onSecondStart(window: WindowState): 'focus' | 'recreate' {
  return window === 'shown' ? 'focus' : 'recreate';
}
