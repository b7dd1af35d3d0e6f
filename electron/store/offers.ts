import * as v from 'valibot';
import { CentsValue, EpochMsValue, Id, type OfferSettings } from '../../shared/contract/index.ts';
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

export interface OfferStore {
  list(): Listed<OfferSettings>[];
  save(offer: OfferSettings, by: string, at: EpochMs): void;
  remove(id: string): boolean;
}

export function offerStore(db: Database): OfferStore {
  const all = query(db, Row, 'SELECT * FROM offer ORDER BY ends_on, id');
  const put = db.prepare('INSERT OR REPLACE INTO offer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const drop = db.prepare('DELETE FROM offer WHERE id = ?');
  return {
    list: () => all.all(),
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
