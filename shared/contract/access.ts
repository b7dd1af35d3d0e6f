import * as v from 'valibot';
import { clash, type KeypadAction, keypadActions, keypadKeys } from '../access/keypad.ts';
import { type Millimetres, millimetres } from '../units.ts';
import { route } from './route.ts';
import { EpochMsValue } from './values.ts';

const mm = (least: number, most: number) =>
  v.pipe(
    v.number(),
    v.finite(),
    v.minValue(least),
    v.maxValue(most),
    v.transform((n): Millimetres => millimetres(n)),
  );

const Key = v.nullable(v.picklist(keypadKeys));

/** The kiosk's screen, its place on the wall, its sound and its keypad. */
export const AccessSettings = v.strictObject({
  /** How large the picture is; null: not measured. */
  screen: v.nullable(
    v.variant('by', [
      v.strictObject({ by: v.literal('diagonal'), inches: v.pipe(v.number(), v.finite(), v.minValue(5), v.maxValue(120)) }),
      v.strictObject({ by: v.literal('width'), millimetres: mm(100, 3000) }),
    ]),
  ),
  /** How high the picture's lower edge is above the floor; null: not measured. */
  lowerEdge: v.nullable(mm(0, 2500)),
  /** The kiosk's sound goes to a headphone socket and nowhere else: personal things may be spoken. */
  headphonesOnly: v.boolean(),
  keypad: v.pipe(
    v.strictObject(Object.fromEntries(keypadActions.map((action) => [action, Key])) as Record<KeypadAction, typeof Key>),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const twice = clash(dataset.value);
      if (twice === null) return;
      const input = dataset.value;
      addIssue({
        message: 'another action has this key',
        path: [{ type: 'object', origin: 'value', input, key: twice, value: input[twice] }],
      });
    }),
  ),
});
export type AccessSettings = v.InferOutput<typeof AccessSettings>;

const pixels = v.pipe(v.number(), v.finite(), v.minValue(100), v.maxValue(20_000));
const Pixels = v.strictObject({ width: pixels, height: pixels });
const done = v.strictObject({ ok: v.literal(true) });

export const accessRoutes = {
  /** The page says how many CSS pixels its whole screen has. */
  'kiosk/screen': route('kiosk', Pixels, done),
  /** The shopper needs more time, or no longer does: for this visit only. */
  'kiosk/unhurried': route('kiosk', v.strictObject({ unhurried: v.boolean() }), done),
  'manager/access': route(
    'manager',
    v.strictObject({}),
    v.strictObject({
      settings: AccessSettings,
      changed: v.nullable(v.strictObject({ by: v.string(), at: EpochMsValue })),
      /** As the kiosk page last said; null until it has. */
      pixels: v.nullable(Pixels),
    }),
  ),
  'manager/access-save': route('manager', AccessSettings, done),
};
