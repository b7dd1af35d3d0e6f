import { alternatives } from '../../../shared/catalogue/alternatives.ts';
import { gtin } from '../../../shared/catalogue/gtin.ts';
import type { findRoutes } from '../../../shared/contract/index.ts';
import { CallerError } from '../../../shared/errors.ts';
import { maySell } from '../../../shared/visit/reduce.ts';
import { Synonyms } from '../synonyms.ts';
import { todaysPrices } from '../todays-prices.ts';
import { wayToShelf } from '../way-to-shelf.ts';
import { done, type HandlersOf, type UseCases } from './use-cases.ts';

/** One product and the way to it, the kiosk's scanner, and the words shoppers use. */
export function findHandlers({ context, hours, kiosk }: UseCases): HandlersOf<typeof findRoutes> {
  const { store } = context;
  const synonyms = new Synonyms(context);
  return {
    'kiosk/product': ({ id }) => {
      const product = store.products.get(id);
      if (product === undefined) throw new CallerError('no-such-product', 'the catalogue does not have this product', 404);
      kiosk.session().topic = product.category;
      const proposes = product.stock === 0 && maySell(kiosk.visit());
      const others = proposes ? alternatives(product, store.products.byCategory(product.category)) : [];
      const priced = todaysPrices(store, hours.date(), kiosk.visit());
      return { product: priced(product), way: wayToShelf(store, product.aisle), alternatives: others.map(priced) };
    },
    'kiosk/scan': ({ code, language }) => {
      if (kiosk.state.visit === null) kiosk.touched(language);
      const session = kiosk.session();
      const number = gtin(code);
      const id = number === null ? undefined : store.productCodes.productOf(number);
      session.scanned(number, id !== undefined);
      kiosk.dispatch({ type: 'view', screen: id === undefined ? 'scan' : 'product', text: id ?? code });
      if (id !== undefined) return { result: 'product', id };
      return { result: number === null ? 'misread' : 'unknown' };
    },
    'manager/synonyms': () => ({ items: synonyms.list() }),
    'manager/synonym-save': done((synonym) => synonyms.save(synonym)),
    'manager/synonym-delete': done(({ id }) => synonyms.remove(id)),
    'manager/import-synonyms': (bytes) => synonyms.import(bytes),
  };
}
