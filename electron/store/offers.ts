import * as v from 'valibot';
import { CentsValue, EpochMsValue, Id, LocalDate, type OfferSettings } from '../../shared/contract/index.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import { Further, furtherOf } from './further.ts';
import { Flag, query } from './query.ts';
import type { Listed } from './zones.ts';

const Row = v.pipe(
  v.strictObject({
    id: Id,
    title_fr: v.string(),
    title_en: v.string(),
    product_id: Id,
    price_cents: CentsValue,
    starts_on: v.string(),
    ends_on: v.string(),
    active: Flag,
    changed_by: v.string(),
    changed_at: EpochMsValue,
    further: Further,
  }),
  v.transform(
    (r): Listed<OfferSettings> => ({
      value: {
        id: r.id,
        title: { fr: r.title_fr, en: r.title_en, ...r.further },
        productId: r.product_id,
        priceCents: r.price_cents,
        startsOn: r.starts_on,
        endsOn: r.ends_on,
        active: r.active,
      },
      changed: { by: r.changed_by, at: r.changed_at },
    }),
  ),
);

/** The cheapest offer of a product on one day. */
const Running = v.strictObject({ product_id: Id, price_cents: CentsValue, ends_on: LocalDate });

export interface OfferStore {
  list(): Listed<OfferSettings>[];
  /** By product, the cheapest of the offers that run on `today`; of equals the one that ends last. */
  running(productIds: readonly string[], today: string): Map<string, Pick<OfferSettings, 'priceCents' | 'endsOn'>>;
  save(offer: OfferSettings, by: string, at: EpochMs): void;
  remove(id: string): boolean;
}

export function offerStore(db: Database): OfferStore {
  const all = query(db, Row, 'SELECT * FROM offer ORDER BY ends_on, id');
  const runs = query(
    db,
    Running,
    `SELECT product_id, price_cents, ends_on FROM offer
     WHERE active = 1 AND starts_on <= :today AND ends_on >= :today AND product_id IN (SELECT value FROM json_each(:products))
     ORDER BY price_cents DESC, ends_on`,
  );
  const put = db.prepare('INSERT OR REPLACE INTO offer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const drop = db.prepare('DELETE FROM offer WHERE id = ?');
  return {
    list: () => all.all(),
    // The last of a product stays in the map.
    running: (productIds, today) =>
      new Map(
        runs
          .all({ today, products: JSON.stringify(productIds) })
          .map((r) => [r.product_id, { priceCents: r.price_cents, endsOn: r.ends_on }]),
      ),
    save: (o, by, at) =>
      void put.run(
        o.id,
        o.title.fr,
        o.title.en,
        o.productId,
        o.priceCents,
        o.startsOn,
        o.endsOn,
        o.active ? 1 : 0,
        by,
        at,
        furtherOf(o.title),
      ),
    remove: (id) => drop.run(id).changes > 0,
  };
}
