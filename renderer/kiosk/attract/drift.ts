/** How far from its place anything goes, in pixels of a 1080-pixel screen: unseen from a metre, enough for every edge to move. */
const REACH = 10;

/** Minutes after which each direction comes round again. Without a common divisor below four, so that the path fills its square. */
const PERIOD = { x: 52, y: 76 } as const;

/** −1…1 and back, as evenly as a pendulum is not: no place is stayed at longer than another. */
function triangle(minute: number, period: number): number {
  const phase = (((minute % period) + period) % period) / period;
  return phase < 0.5 ? phase * 4 - 1 : 3 - phase * 4;
}

/** Where the still parts of the first scene stand at a minute of the clock, in pixels from their place. One step a minute, of one pixel at most. */
export const driftAt = (minute: number): { readonly x: number; readonly y: number } => ({
  x: Math.round(triangle(minute, PERIOD.x) * REACH),
  y: Math.round(triangle(minute, PERIOD.y) * REACH),
});
