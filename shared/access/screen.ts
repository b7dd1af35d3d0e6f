import { type Millimetres, millimetres } from '../units.ts';

/** How large the picture on the kiosk's screen is, as whoever mounted it measured it. */
export type ScreenMeasure =
  | { readonly by: 'diagonal'; readonly inches: number }
  | { readonly by: 'width'; readonly millimetres: Millimetres };

/** The whole screen in CSS pixels. */
export interface ScreenPixels {
  readonly width: number;
  readonly height: number;
}

/** An upright full-HD screen: what most kiosks have, until the page has said what its own has. */
export const usualPixels: ScreenPixels = { width: 1080, height: 1920 };

/** No target is smaller than this on the glass: a thumb, or a finger that trembles. Wider than ISO 9241-411 and EN 301 549 ask. */
export const LEAST_TARGET = millimetres(15);
/** Nor smaller than this in CSS pixels: 2.5.5 of WCAG asks for 44. */
export const LEAST_TARGET_PX = 60;
/** The smallest side of any target in rem: the keys of the on-screen keyboard in landscape. Every button is larger. */
export const LEAST_TARGET_REM = 5.25;
/** The highest that is reached from a wheelchair: EN 301 549, 8.3.2.1, and 308.2.1 of the 2010 ADA standards (48 inches). */
export const HIGHEST_REACH = millimetres(1220);
/** In reach mode everything to be touched lies in this lower part of the screen … */
export const REACH_SHARE = 0.6;
/** … and on a screen that hangs high in less, but never in so little that the screens no longer fit. */
export const LEAST_REACH_SHARE = 0.45;
/** Beyond this the words of a screen no longer fit beside its buttons. */
const MOST_GROWTH = 1.6;

const MM_PER_INCH = 25.4;

/** Millimetres of one CSS pixel. Pixels are taken to be square. */
export function mmPerPixel(measure: ScreenMeasure, { width, height }: ScreenPixels): Millimetres {
  if (measure.by === 'width') return millimetres(measure.millimetres / width);
  return millimetres((measure.inches * MM_PER_INCH) / Math.hypot(width, height));
}

/** One rem by the house's own rule, in CSS pixels: 16 on a short side of 1080, in proportion elsewhere. As in tokens.css. */
export const usualRem = ({ width, height }: ScreenPixels): number =>
  Math.min(48, Math.max(10, Math.min(width, height) * 0.014815));

export interface ScreenFit {
  /** One rem is at least this many CSS pixels, so that every target is large enough; the house's own rule may ask for more. */
  readonly leastRemPx: number;
  /** False: even the largest rem that the screens bear leaves targets under {@link LEAST_TARGET}. */
  readonly largeEnough: boolean;
  /** The smallest target on the glass; null when nobody measured it. */
  readonly target: Millimetres | null;
  /** Share of the screen's height, from below, that holds everything to be touched in reach mode. */
  readonly reach: number;
  /** How high above the floor the highest such thing is then; null when nobody said how high the screen hangs. */
  readonly highest: Millimetres | null;
  /** Whether that is within {@link HIGHEST_REACH}; null when unknown. */
  readonly reachable: boolean | null;
}

/**
 * How the kiosk lays itself out on its screen.
 * @param measure null: nobody has measured the screen, and only pixels count
 * @param lowerEdge height of the picture's lower edge above the floor; null: unknown
 */
export function fitScreen(measure: ScreenMeasure | null, lowerEdge: Millimetres | null, pixels: ScreenPixels): ScreenFit {
  const usual = usualRem(pixels);
  const inPixels = LEAST_TARGET_PX / LEAST_TARGET_REM;
  const mm = measure === null ? null : mmPerPixel(measure, pixels);
  const onGlass = mm === null ? 0 : LEAST_TARGET / (LEAST_TARGET_REM * mm);
  const wanted = Math.max(inPixels, onGlass);
  const leastRemPx = Math.min(wanted, Math.max(usual, inPixels) * MOST_GROWTH);
  const target = mm === null ? null : millimetres(LEAST_TARGET_REM * Math.max(usual, leastRemPx) * mm);
  const height = mm === null || lowerEdge === null ? null : pixels.height * mm;
  const reach =
    height === null || lowerEdge === null
      ? REACH_SHARE
      : Math.min(REACH_SHARE, Math.max(LEAST_REACH_SHARE, (HIGHEST_REACH - lowerEdge) / height));
  const highest = height === null || lowerEdge === null ? null : millimetres(lowerEdge + reach * height);
  // A hair of rounding must not warn.
  const reachable = highest === null ? null : highest <= HIGHEST_REACH + 0.5;
  return { leastRemPx, largeEnough: leastRemPx >= wanted, target, reach, highest, reachable };
}
