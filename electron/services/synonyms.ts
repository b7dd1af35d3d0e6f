import { createHash } from 'node:crypto';
import { queryKey } from '../../shared/catalogue/query.ts';
import type { ImportReport, SynonymSettings } from '../../shared/contract/index.ts';
import { CallerError } from '../../shared/errors.ts';
import type { Context } from './context.ts';
import { readSynonyms } from './import/synonyms.ts';

const MANAGER = 'manager';

/** What shoppers call things, in the manager's words. */
export class Synonyms {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  list(): ReturnType<Context['store']['synonyms']['list']> {
    return this.#context.store.synonyms.list();
  }

  save(synonym: SynonymSettings): void {
    const { store, clock } = this.#context;
    store.synonyms.save(synonym, MANAGER, clock.wall());
  }

  /** @throws CallerError `no-such-synonym` */
  remove(id: string): void {
    if (!this.#context.store.synonyms.remove(id)) throw new CallerError('no-such-synonym', 'there is no such word', 404);
  }

  /** Adds the file's words. A word that is there gets the file's meaning: the same file twice changes nothing. */
  async import(bytes: Uint8Array): Promise<ImportReport> {
    const { store } = this.#context;
    const { rows, tally } = await readSynonyms(bytes);
    const ids = new Map(store.synonyms.list().map(({ value }) => [queryKey(value.said), value.id]));
    store.transaction(() => {
      for (const { said, meant } of rows) {
        const key = queryKey(said);
        const id = ids.get(key) ?? `said-${createHash('sha256').update(key).digest('hex').slice(0, 16)}`;
        this.save({ id, said, meant });
      }
    });
    return tally.report();
  }
}
