import { type Call, isOpen } from '../../shared/assistance/call.ts';
import { type CallFacts, callFigures } from '../../shared/assistance/figures.ts';
import type { CallReport, Received } from '../../shared/contract/index.ts';
import type { Store } from '../store/index.ts';
import { dayBounds, daysBefore, localMoment } from './store-time.ts';

const factsOf = (call: Call, group: string): CallFacts => ({
  group,
  toReceipt: call.times.toReceipt,
  toClaim: call.times.toClaim,
  toArrival: call.times.toArrival,
  abandoned: !isOpen(call) && call.times.toArrival === null,
  raisedAgain: call.epoch > 1,
  unanswered: call.wentUnanswered,
});

/** How calls were answered over the last days, by the hour they were raised at or by the zone the shopper stood in. */
export function callReport(
  store: Store,
  { days, by }: Received<'manager/call-report'>,
  today: string,
  timeZone: string,
  storeName: string,
): CallReport {
  const from = daysBefore(today, days - 1);
  const calls = store.calls.between(dayBounds(from, timeZone).from, dayBounds(today, timeZone).to);
  const zones = new Map(store.zones.list().map(({ value }) => [value.id, value.name]));
  const groupOf = (call: Call) =>
    by === 'hour'
      ? String(localMoment(call.raisedAt, timeZone).hour)
      : ((call.zoneId === null ? undefined : zones.get(call.zoneId)) ?? storeName);
  const { all, cells } = callFigures(calls.map((call) => factsOf(call, groupOf(call))));
  const order = by === 'hour' ? (a: string, b: string) => Number(a) - Number(b) : (a: string, b: string) => a.localeCompare(b);
  return { from, to: today, all, cells: cells.toSorted((a, b) => order(a.group, b.group)) };
}
