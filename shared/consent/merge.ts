import type { Purpose } from '../contract/values.ts';
import type { EpochMs } from '../units.ts';
import { type ConsentEvent, isGrant, statusOf } from './ledger.ts';

/**
 * Joins ledgers of one store that grew apart: every event of either, once, in an order that depends on nothing but the events. Commutative,
 * associative and idempotent; {@link allowsMerged} says what the whole means.
 */
export function mergeLedgers(a: readonly ConsentEvent[], b: readonly ConsentEvent[]): ConsentEvent[] {
  const events = new Map([...a, ...b].map((event) => [event.hash, event]));
  return [...events.values()].sort((x, y) => x.seq - y.seq || (x.hash < y.hash ? -1 : 1));
}

/**
 * Whether joined ledgers allow a purpose: there is a yes that stands in its own ledger, and whoever gave it had seen every no there is
 * about this purpose. So the negative wins, in whatever order ledgers are joined.
 */
export function allowsMerged(merged: readonly ConsentEvent[], principal: string, purpose: Purpose, now: EpochMs): boolean {
  const byHash = new Map(merged.map((event) => [event.hash, event]));
  const concerns = (event: ConsentEvent) => event.principal === principal && event.purpose === purpose;
  const saysNo = ({ kind }: ConsentEvent) => !isGrant(kind) && kind !== 'requested';
  const about = merged.filter(concerns);
  const noes = about.filter(saysNo);
  /** What the ledger of an event holds about this purpose, up to and including the event. */
  const seenBy = (event: ConsentEvent): ConsentEvent[] => {
    const seen: ConsentEvent[] = [];
    for (let at: ConsentEvent | undefined = event; at !== undefined; at = byHash.get(at.previous))
      if (concerns(at)) seen.push(at);
    return seen;
  };
  return about.some((event) => {
    if (!isGrant(event.kind) || (event.validUntil !== null && event.validUntil <= now)) return false;
    const seen = seenBy(event);
    const hashes = new Set(seen.map(({ hash }) => hash));
    const stands = isGrant(statusOf(seen, purpose).state) && statusOf(seen, purpose).since === event.at;
    return stands && noes.every((no) => hashes.has(no.hash) && no.seq <= event.basedOn);
  });
}
