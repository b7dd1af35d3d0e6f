import * as v from 'valibot';
import type { Hex } from '../look/colour.ts';
import { corners, motions } from '../look/css.ts';
import { route, upload } from './route.ts';
import { EpochMsValue } from './values.ts';

const nothing = v.strictObject({});
const done = v.strictObject({ ok: v.literal(true) });

const Colour = v.pipe(
  v.string(),
  v.regex(/^#[0-9a-f]{6}$/i, 'a colour is written #rrggbb'),
  v.transform((text) => text.toLowerCase() as Hex),
);

/** File name of a stored logo: made from its content, so that a page may keep it for ever. */
export const LogoName = v.pipe(v.string(), v.regex(/^theme-logo-[0-9a-f]{16}\.(svg|png)$/, 'this is not a stored logo'));

/** How the store looks: what its manager chooses. */
export const LookSettings = v.strictObject({
  colours: v.strictObject({ paper: Colour, ink: Colour, primary: Colour, warm: Colour }),
  corners: v.picklist(corners),
  motion: v.picklist(motions),
  logo: v.nullable(LogoName),
  /** Minutes without a touch after which the kiosk's screen dims; null leaves it bright. */
  dimAfterMinutes: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(240))),
});
export type LookSettings = v.InferOutput<typeof LookSettings>;

const Changed = v.strictObject({ by: v.string(), at: EpochMsValue });

/** A look that was published. Version 0 came with the house. */
export const LookVersion = v.strictObject({
  version: v.pipe(v.number(), v.safeInteger()),
  value: LookSettings,
  changed: v.nullable(Changed),
});
export type LookVersion = v.InferOutput<typeof LookVersion>;

/** Largest logo, in bytes: it stands on one line. */
export const maxLogoBytes = 256 * 1024;

export const lookRoutes = {
  'manager/look': route(
    'manager',
    nothing,
    v.strictObject({
      /** Newest first; the first is what the pages wear, the last what came with the house. */
      versions: v.array(LookVersion),
      /** Chosen but not published, whether or not it could be. */
      draft: v.nullable(v.strictObject({ value: LookSettings, changed: Changed })),
    }),
  ),
  'manager/look-draft': route('manager', LookSettings, done),
  'manager/look-draft-drop': route('manager', nothing, done),
  /** Refused with `contrast` when a pair of colours cannot be read; its context names the pairs. */
  'manager/look-publish': route('manager', LookSettings, v.strictObject({ version: v.number() })),
  /** An SVG or PNG; what is stored is written anew and holds nothing but the drawing. */
  'manager/look-logo-save': upload(
    'manager',
    v.pipe(v.instance(Uint8Array<ArrayBufferLike>), v.minLength(1)),
    v.strictObject({ logo: LogoName }),
  ),
};
