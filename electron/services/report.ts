import { isOpen } from '../../shared/assistance/call.ts';
import type { DayReport } from '../../shared/contract/index.ts';
import { type Millis, millis } from '../../shared/units.ts';
import type { Store } from '../store/index.ts';
import { dayBounds, localMoment } from './store-time.ts';

/** Calls listed one by one; a day has fewer. */
const LISTED = 200;

function median(values: readonly (Millis | null)[]): Millis | null {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1
    ? (sorted[middle] as Millis)
    : millis(((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2);
}

/** What happened in the store on one of its days. Counts only; nothing in it is about a customer. */
export function dayReport(store: Store, date: string, timeZone: string): DayReport {
  const { from, to } = dayBounds(date, timeZone);
  const visits = store.visits.between(from, to);
  const calls = store.calls.between(from, to);
  const offers = store.visits.offersBetween(from, to);
  const hours = Array.from({ length: 24 }, (_, hour) => ({ hour, visits: 0, calls: 0 }));
  for (const visit of visits) hours[localMoment(visit.startedAt, timeZone).hour]!.visits += 1;
  for (const call of calls) hours[localMoment(call.raisedAt, timeZone).hour]!.calls += 1;
  const count = (is: (call: (typeof calls)[number]) => boolean) => calls.filter(is).length;
  return {
    date,
    visits: visits.length,
    recognised: visits.filter((visit) => visit.recognised).length,
    offersShown: offers.shown,
    offersDeclined: offers.declined,
    calls: {
      raised: calls.length,
      claimed: count((call) => call.times.toClaim !== null),
      resolved: count((call) => call.state === 'resolved'),
      cancelled: count((call) => call.state === 'cancelled'),
      unanswered: count((call) => call.wentUnanswered),
      helpNeeded: count((call) => call.helpNeeded === true),
      helpNotNeeded: count((call) => call.helpNeeded === false),
      medianToClaimMs: median(calls.map((call) => call.times.toClaim)),
      medianToArrivalMs: median(calls.map((call) => call.times.toArrival)),
    },
    hours,
    list: calls.slice(0, LISTED).map((call) => ({
      id: call.id,
      raisedAt: call.raisedAt,
      reasons: [...call.reasons],
      state: call.state,
      // Who answers now helps colleagues; who answered then would be a score.
      employee: isOpen(call) ? (call.owner?.name ?? null) : null,
      toClaimMs: call.times.toClaim,
      toArrivalMs: call.times.toArrival,
      helpNeeded: call.helpNeeded,
    })),
  };
}
