import { changesOf, isEmpty, sameIntent } from '../../../shared/ask/changes.ts';
import { type AskVersion, type Intent, mostIntents, type WrittenIntent } from '../../../shared/contract/index.ts';
import { CallerError } from '../../../shared/errors.ts';
import type { Context } from '../context.ts';

/** Name under which the manager's own changes are listed. */
const MANAGER = 'manager';

const nothing: AskVersion = { version: 0, intents: [], changed: null };

/** What shoppers are answered with, in versions, and the draft of the next one. */
export class Intents {
  readonly #context: Context;
  readonly #today: () => string;
  #current: AskVersion | null = null;

  /** @param today the store's day, `YYYY-MM-DD` */
  constructor(context: Context, today: () => string) {
    this.#context = context;
    this.#today = today;
  }

  /** What is published. Asked at every question, so it is read from disk once. */
  current(): AskVersion {
    this.#current ??= this.#context.store.ask.latest() ?? nothing;
    return this.#current;
  }

  draft(): AskVersion {
    return this.#context.store.ask.draft() ?? this.current();
  }

  history(): AskVersion[] {
    return this.#context.store.ask.history();
  }

  /** Writes one intent into the draft. @throws CallerError `too-many` */
  save(intent: Intent): void {
    const { intents } = this.draft();
    const before = intents.find(({ id }) => id === intent.id);
    if (before === undefined && intents.length >= mostIntents)
      throw new CallerError('too-many', `a store has at most ${mostIntents} questions`, 409);
    const written = this.#dated(intent);
    this.#keep(before === undefined ? [...intents, written] : intents.map((one) => (one === before ? written : one)));
  }

  remove(id: string): void {
    this.#keep(this.draft().intents.filter((intent) => intent.id !== id));
  }

  /** Makes the draft all of these. */
  replace(intents: readonly Intent[]): void {
    this.#keep(intents.map((intent) => this.#dated(intent)));
  }

  /** Makes the draft what a version was. @throws CallerError `no-such-version` */
  restore(version: number): void {
    const old = this.#context.store.ask.version(version);
    if (old === undefined) throw new CallerError('no-such-version', 'there is no such version', 404);
    this.#keep(old.intents);
  }

  /**
   * Makes the draft the next version; it counts at once.
   * @throws CallerError `changed-meanwhile`, `nothing-changed`
   */
  publish(from: number): void {
    const { store, clock, changed } = this.#context;
    if (store.ask.latestNumber() !== from)
      throw new CallerError('changed-meanwhile', 'somebody has saved another version since', 409);
    const draft = this.draft();
    if (isEmpty(changesOf(this.current().intents, draft.intents)))
      throw new CallerError('nothing-changed', 'the draft is what is published already', 409);
    store.transaction(() => {
      store.ask.publish(draft.intents, MANAGER, clock.wall());
      store.ask.dropDraft();
    });
    this.#current = null;
    changed('kiosk', 'manager');
  }

  /** An intent with the day on which its words were written: today, unless they stand so already. */
  #dated(intent: Intent): WrittenIntent {
    const known = [...this.draft().intents, ...this.current().intents].find(
      (one) => one.id === intent.id && sameIntent(one, intent),
    );
    return { ...intent, writtenOn: known?.writtenOn ?? this.#today() };
  }

  #keep(intents: readonly WrittenIntent[]): void {
    const { store, clock } = this.#context;
    if (isEmpty(changesOf(this.current().intents, intents)) && intents.length === this.current().intents.length)
      store.ask.dropDraft();
    else store.ask.saveDraft(intents, MANAGER, clock.wall());
  }
}
