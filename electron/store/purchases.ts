import * as v from 'valibot';
import { LocalDate, type StoreWords } from '../../shared/contract/index.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Database } from './database.ts';
import { Further } from './further.ts';
import { query } from './query.ts';

/** What one customer bought on one day. */
export interface Purchase {
  readonly on: string;
  readonly productId: string;
  readonly quantity: number;
}

const PurchaseRow = v.pipe(
  v.strictObject({ day: LocalDate, product_id: v.string(), quantity: v.number() }),
  v.transform((r): Purchase => ({ on: r.day, productId: r.product_id, quantity: r.quantity })),
);

const SummaryRow = v.pipe(
  v.strictObject({
    name_fr: v.string(),
    name_en: v.string(),
    further: Further,
    category: v.string(),
    times: v.number(),
    last_on: LocalDate,
  }),
  v.transform((r) => ({
    name: { fr: r.name_fr, en: r.name_en, ...r.further } satisfies StoreWords,
    category: r.category,
    times: r.times,
    lastOn: r.last_on,
  })),
);

export interface PurchaseStore {
  /** Oldest first. */
  of(customerId: string): Purchase[];
  summary(customerId: string): v.InferOutput<typeof SummaryRow>[];
  /** Receipt lines per product, all receipts together. */
  popularity(): Map<string, number>;
  /** Adds one line of a receipt. `customerId` null: anonymous, popularity only. */
  add(customerId: string | null, purchase: Purchase): void;
  /** Removes a customer's purchases. Their bytes are unreadable after {@link Store.scrub}. */
  forget(customerId: string): void;
  /** Line up to which a file of receipts is imported: 0 when it is new, null when all of it is. */
  importedTo(sha256: string): number | null;
  /** Notes how far a file of receipts is imported; null: to its end. Belongs in the transaction that writes its rows. */
  markImported(sha256: string, line: number | null, at: EpochMs): void;
}

export function purchaseStore(db: Database): PurchaseStore {
  const own = query(
    db,
    PurchaseRow,
    'SELECT day, product_id, quantity FROM purchase WHERE customer_id = ? ORDER BY day, product_id',
  );
  const summary = query(
    db,
    SummaryRow,
    `SELECT name_fr, name_en, further, category, count(DISTINCT day) AS times, max(day) AS last_on FROM purchase JOIN product ON product.id = product_id
     WHERE customer_id = ? GROUP BY product_id ORDER BY times DESC, last_on DESC`,
  );
  const sold = query(
    db,
    v.strictObject({ product_id: v.string(), lines: v.number() }),
    'SELECT product_id, lines FROM popularity',
  );
  const file = query(db, v.strictObject({ line: v.nullable(v.number()) }), 'SELECT line FROM imported_file WHERE sha256 = ?');
  const put = db.prepare(
    `INSERT INTO purchase (customer_id, day, product_id, quantity) VALUES (?, ?, ?, ?)
     ON CONFLICT (customer_id, day, product_id) WHERE customer_id IS NOT NULL DO UPDATE SET quantity = quantity + excluded.quantity`,
  );
  const sell = db.prepare('INSERT INTO popularity VALUES (?, 1) ON CONFLICT (product_id) DO UPDATE SET lines = lines + 1');
  const drop = db.prepare('DELETE FROM purchase WHERE customer_id = ?');
  const mark = db.prepare(
    "INSERT INTO imported_file (sha256, kind, imported_at, line) VALUES (?, 'purchases', ?, ?) ON CONFLICT (sha256) DO UPDATE SET line = excluded.line",
  );
  return {
    of: (customerId) => own.all(customerId),
    summary: (customerId) => summary.all(customerId),
    popularity: () => new Map(sold.all().map((r) => [r.product_id, r.lines])),
    add: (customerId, p) => {
      // An anonymous receipt is counted and not kept: nothing needs its lines.
      if (customerId !== null) put.run(customerId, p.on, p.productId, p.quantity);
      sell.run(p.productId);
    },
    forget: (customerId) => void drop.run(customerId),
    importedTo: (sha256) => {
      const row = file.get(sha256);
      return row === undefined ? 0 : row.line;
    },
    markImported: (sha256, line, at) => void mark.run(sha256, at, line),
  };
}
