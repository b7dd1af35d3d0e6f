import type { AuditFact, AuditRecord } from '../../shared/audit/record.ts';
import { AUDIT_CHUNK, AUDIT_PAGE, type AuditHead } from '../../shared/contract/index.ts';
import { minutes, seconds } from '../../shared/units.ts';
import { headText } from '../noted-head.ts';
import type { AuditFilter } from '../store/audit.ts';
import type { Context } from './context.ts';
import type { Secrets } from './secrets.ts';

/** Records that wait while the disk does not take them. */
const MOST_WAITING = 10_000;
/** Refusals of callers nobody knows that are written one by one in a minute; the rest is counted. */
const STRANGERS_PER_MINUTE = 60;
/**
 * A year, the longest that the French authority advises for a log of what people did
 * (https://www.cnil.fr/fr/la-cnil-publie-une-recommandation-relative-aux-mesures-de-journalisation).
 */
const KEPT_MS = 365 * 24 * 3600 * 1000;
/** Removed at a time, so that a call never waits for it. */
const PRUNED_AT_ONCE = 500;

/** What is known of a deed; the rest is the log's own. */
export type Deed = Omit<AuditFact, 'at' | 'count'>;

/**
 * The log of who did what. Nothing waits for it: a record is written right after the answer, and while the disk is full it waits in
 * memory. A call that cannot be audited is still a call.
 */
export class AuditLog {
  readonly #context: Context;
  readonly #secrets: Secrets;
  readonly #mirror: (head: AuditHead) => void;
  #waiting: AuditFact[] = [];
  #lost = 0;
  #strangers = 0;
  readonly #counted = new Map<string, { deed: Deed; count: number }>();
  #scheduled = false;
  #failing = false;
  #stops: (() => void)[] = [];

  /** @param mirror notes the end of the log outside the database */
  constructor(context: Context, secrets: Secrets, mirror: (head: AuditHead) => void) {
    this.#context = context;
    this.#secrets = secrets;
    this.#mirror = mirror;
  }

  start(): void {
    if (this.#stops.length > 0) return;
    const { clock } = this.#context;
    this.#stops = [
      clock.every(seconds(5), () => this.#write()),
      clock.every(minutes(1), () => this.#countUp()),
      clock.every(minutes(10), () => this.#prune()),
    ];
    this.record({ actor: 'station', device: null, action: 'station/start', subject: null, outcome: 'ok' });
  }

  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#countUp();
    this.#write();
  }

  record(deed: Deed): void {
    const stranger = deed.actor === 'nobody' && deed.outcome !== 'ok';
    if (stranger) this.#strangers += 1;
    if (stranger && this.#strangers > STRANGERS_PER_MINUTE) this.#count(deed);
    else this.#add(deed, 1);
  }

  list(filter: AuditFilter): { items: AuditRecord[]; more: boolean } {
    this.#write();
    const items = this.#context.store.audit.list(filter, AUDIT_PAGE + 1);
    return { items: items.slice(0, AUDIT_PAGE), more: items.length > AUDIT_PAGE };
  }

  /** A part of the log, oldest first, and its signed end after the last part. */
  export(after: number): { lines: string[]; next: number | null; head: AuditHead | null } {
    this.#write();
    const records = this.#context.store.audit.after(after, AUDIT_CHUNK);
    const next = records.length === AUDIT_CHUNK ? (records.at(-1)?.seq ?? null) : null;
    const lines = records.map((record) => JSON.stringify(record));
    return { lines, next, head: next === null ? this.#signed(this.#context.store.audit.tail()) : null };
  }

  #add(deed: Deed, count: number): void {
    const fact = { at: this.#context.clock.wall(), ...deed, count };
    if (this.#waiting.length < MOST_WAITING) this.#waiting.push(fact);
    else this.#lost += count;
    if (this.#scheduled) return;
    // Together with whatever else happens in this turn, and after its answers: one write to the disk.
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      if (this.#stops.length > 0) this.#write();
    });
  }

  #count(deed: Deed): void {
    const key = `${deed.device} ${deed.action} ${deed.outcome}`;
    const count = (this.#counted.get(key)?.count ?? 0) + 1;
    this.#counted.set(key, { deed: { ...deed, subject: null }, count });
  }

  #countUp(): void {
    this.#strangers = 0;
    const counted = [...this.#counted.values()];
    this.#counted.clear();
    for (const { deed, count } of counted) this.#add(deed, count);
  }

  #write(): void {
    if (this.#waiting.length === 0) return;
    const facts = [...this.#waiting];
    const lost = { actor: 'station', device: null, action: 'station/audit-lost', subject: null, outcome: 'disk-full' };
    if (this.#lost > 0) facts.push({ at: this.#context.clock.wall(), ...lost, count: this.#lost });
    try {
      const tail = this.#context.store.audit.append(facts);
      this.#waiting = [];
      this.#lost = 0;
      this.#mirror(this.#signed(tail));
      this.#failing = false;
    } catch (error) {
      if (!this.#failing)
        this.#context.log.warn(
          { code: (error as { code?: string }).code ?? 'internal' },
          'the audit log could not be written; records wait in memory until the disk takes them',
        );
      this.#failing = true;
    }
  }

  #prune(): void {
    const { store, clock, log } = this.#context;
    const limit = clock.wall() - KEPT_MS;
    const last = store.audit.after(store.audit.start()?.seq ?? 0, PRUNED_AT_ONCE).findLast((record) => record.at < limit);
    if (last === undefined) return;
    try {
      store.audit.removeTo(this.#signed(last));
      log.info({ upTo: last.seq }, 'audit records older than a year were removed');
    } catch (error) {
      log.warn({ code: (error as { code?: string }).code ?? 'internal' }, 'old audit records could not be removed');
    }
  }

  #signed({ seq, hash }: { readonly seq: number; readonly hash: string }): AuditHead {
    return { seq, hash, signature: this.#secrets.seal('audit', headText({ seq, hash })) };
  }
}
