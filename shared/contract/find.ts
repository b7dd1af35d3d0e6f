import * as v from 'valibot';
import { facings } from '../plan/directions.ts';
import { ProductView } from './kiosk.ts';
import { ImportReport } from './manager.ts';
import { FloorShelf, Spot } from './plan.ts';
import { route, upload } from './route.ts';
import { EpochMsValue, Id, Language, Text } from './values.ts';

const done = v.strictObject({ ok: v.literal(true) });
const TurnValue = v.picklist(['ahead', 'right', 'back', 'left']);

/** The way from this kiosk to a product's shelf: to be drawn, and the same in words. */
export const WayView = v.strictObject({
  floor: v.strictObject({
    width: v.number(),
    height: v.number(),
    shelves: v.array(v.strictObject({ ...FloorShelf.entries, wanted: v.boolean() })),
  }),
  kiosk: Spot,
  facing: v.picklist(facings),
  path: v.array(Spot),
  steps: v.array(v.strictObject({ turn: TurnValue, nth: v.nullable(v.number()), metres: v.number() })),
  side: TurnValue,
});
export type WayView = v.InferOutput<typeof WayView>;

/** What shoppers say for what the catalogue calls otherwise. `meant` holds one or several, separated by commas. */
export const SynonymSettings = v.strictObject({ id: Id, said: Text(60), meant: Text(200) });
export type SynonymSettings = v.InferOutput<typeof SynonymSettings>;

export const findRoutes = {
  'kiosk/product': route(
    'kiosk',
    v.strictObject({ id: Id }),
    v.strictObject({
      product: ProductView,
      /** Null until the manager has drawn the kiosk and the product's aisle on the floor plan. */
      way: v.nullable(WayView),
      /** What is there instead of a product that is not. */
      alternatives: v.array(ProductView),
    }),
  ),
  /** A code from the kiosk's scanner; starts a visit when there is none. */
  'kiosk/scan': route(
    'kiosk',
    v.strictObject({ code: v.pipe(v.string(), v.regex(/^\d{6,20}$/, 'a code has 6 to 20 digits')), language: Language }),
    /** `misread`: the check digit does not fit. */
    v.variant('result', [
      v.strictObject({ result: v.literal('product'), id: Id }),
      v.strictObject({ result: v.picklist(['unknown', 'misread']) }),
    ]),
  ),
  'manager/synonyms': route(
    'manager',
    v.strictObject({}),
    v.strictObject({
      items: v.array(
        v.strictObject({ value: SynonymSettings, changed: v.nullable(v.strictObject({ by: v.string(), at: EpochMsValue })) }),
      ),
    }),
  ),
  'manager/synonym-save': route('manager', SynonymSettings, done),
  'manager/synonym-delete': route('manager', v.strictObject({ id: Id }), done),
  /** CSV `said,meant`. What is there already stays. */
  'manager/import-synonyms': upload('manager', v.instance(Uint8Array<ArrayBufferLike>), ImportReport),
};
