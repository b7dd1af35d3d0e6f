import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import type { ImportReport } from '../../shared/contract/index.ts';
import { CallerError } from '../../shared/errors.ts';
import { isSensitive } from '../../shared/offers/sensitive.ts';
import { allWords } from '../../shared/words-in.ts';
import { categoryName } from './categories.ts';
import type { ConsentService } from './consent.ts';
import type { Context } from './context.ts';
import { readProducts } from './import/products.ts';
import { type PurchaseRow, readPurchases } from './import/purchases.ts';

/** Rows written between two turns of the event loop: a call must never wait for an import. */
const CHUNK = 500;

/** Files the manager brings: catalogue and receipts. */
export class FileImport {
  readonly #context: Context;
  readonly #consents: ConsentService;
  readonly #today: () => string;
  readonly #onReceipts: () => void;
  #busy = false;

  /** @param onReceipts receipts have come in that say what is bought together */
  constructor(context: Context, consents: ConsentService, today: () => string, onReceipts: () => void) {
    this.#context = context;
    this.#consents = consents;
    this.#today = today;
    this.#onReceipts = onReceipts;
  }

  /** Adds and updates products; those the file does not name stay. */
  products(bytes: Uint8Array): Promise<ImportReport> {
    return this.#alone(async () => {
      const { rows, tally } = await readProducts(bytes);
      const { store } = this.#context;
      await this.#inChunks(rows, (chunk) => {
        for (const { product, code } of chunk) {
          store.products.save(product, allWords(categoryName(product.category)));
          if (code !== null) store.productCodes.set(product.id, code);
        }
      });
      this.#context.changed('kiosk');
      return tally.report();
    });
  }

  /** Adds receipts. Lines of customers who are unknown or did not agree to it are refused, not stored. */
  purchases(bytes: Uint8Array): Promise<ImportReport> {
    return this.#alone(async () => {
      const { store, clock } = this.#context;
      const digest = createHash('sha256').update(bytes).digest('hex');
      // Not zero when an earlier attempt was cut off, by a crash or a full disk: what it wrote must not count twice.
      const before = store.purchases.importedTo(digest);
      if (before === null) throw new CallerError('already-imported', 'this very file was imported before', 409);
      const { rows, tally } = await readPurchases(bytes, this.#today());
      const customers = new Map<string, { id: string; history: boolean } | null>();
      const find = (number: string) => {
        const customer = store.customers.byNumber(number);
        return customer === undefined ? null : { id: customer.id, history: this.#consents.allows(customer.principal, 'history') };
      };
      const receipts = new Map<string, Set<string>>();
      const write = (row: PurchaseRow) => {
        const product = store.products.get(row.product);
        if (product === undefined) return tally.refuse(row.line, 'product', 'this product is not in the catalogue');
        if (row.customer !== null && !customers.has(row.customer)) customers.set(row.customer, find(row.customer));
        const customer = row.customer === null ? null : customers.get(row.customer);
        if (row.customer !== null && customer == null) return tally.refuse(row.line, 'customer', 'no customer has this number');
        if (customer?.history === false)
          return tally.refuse(row.line, 'customer', 'this customer did not agree to the use of purchases');
        if (customer === null && row.receipt !== null && !isSensitive(product.category))
          receipts.set(row.receipt, (receipts.get(row.receipt) ?? new Set()).add(row.product));
        if (row.line > before)
          store.purchases.add(customer?.id ?? null, { on: row.date, productId: row.product, quantity: row.quantity });
      };
      await this.#inChunks(rows, (chunk) => {
        // Somebody may have withdrawn, or left, since the last chunk.
        customers.clear();
        for (const row of chunk) write(row);
        const last = chunk.at(-1);
        if (last !== undefined) store.purchases.markImported(digest, Math.max(before, last.line), clock.wall());
      });
      // What a receipt was called, and its day, end here. One that is written again after a crash finds its place taken.
      const baskets = [...receipts.values()].flatMap((products, place) => (products.size > 1 ? [{ place, products }] : []));
      await this.#inChunks(baskets, (chunk) => {
        for (const { place, products } of chunk) store.baskets.add(digest, place, [...products]);
      });
      if (!tally.unusable) store.purchases.markImported(digest, null, clock.wall());
      if (baskets.length > 0) this.#onReceipts();
      return tally.report();
    });
  }

  /** Writes rows a chunk at a time, each in one transaction. */
  async #inChunks<T>(rows: readonly T[], write: (chunk: readonly T[]) => void): Promise<void> {
    for (let from = 0; from < rows.length; from += CHUNK) {
      this.#context.store.transaction(() => write(rows.slice(from, from + CHUNK)));
      await breathe();
    }
  }

  async #alone<T>(work: () => Promise<T>): Promise<T> {
    if (this.#busy) throw new CallerError('import-running', 'another import is running; wait until it is done', 409);
    this.#busy = true;
    try {
      return await work();
    } finally {
      this.#busy = false;
    }
  }
}
