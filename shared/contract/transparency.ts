import * as v from 'valibot';
import { route } from './route.ts';
import { OptionalText } from './values.ts';

/** Who answers for the data of this store (GDPR Articles 13(1)(a) and (b)). All empty until the manager writes it down. */
export const Controller = v.pipe(
  v.strictObject({
    /** The company's name, as in the register. */
    name: OptionalText(80),
    address: OptionalText(160),
    /** Where a shopper reaches whoever answers: an e-mail address, a telephone number. */
    contact: OptionalText(120),
    /** The data protection officer's contact, where there is one. */
    officer: OptionalText(120),
  }),
  // A name nobody can reach answers for nothing, nor does an address without a name.
  v.forward(
    v.check(({ name, contact }) => name === '' || contact !== '', 'say how this company is reached'),
    ['contact'],
  ),
  v.forward(
    v.check(({ name, address, contact, officer }) => name !== '' || address + contact + officer === '', 'say whose this is'),
    ['name'],
  ),
);
export type Controller = v.InferOutput<typeof Controller>;

/** What the sign and the page for shoppers say about this store. */
export const TransparencyFacts = v.strictObject({
  store: v.string(),
  cameraOffered: v.boolean(),
  controller: Controller,
  /** Addresses of the page for shoppers on the store's network, the best first; empty where the station is on no network. */
  pages: v.array(v.string()),
});
export type TransparencyFacts = v.InferOutput<typeof TransparencyFacts>;

export const transparencyRoutes = {
  transparency: route('anyone', v.strictObject({}), TransparencyFacts),
  'manager/controller': route('manager', v.strictObject({}), Controller),
  'manager/controller-save': route('manager', Controller, v.strictObject({ ok: v.literal(true) })),
};
