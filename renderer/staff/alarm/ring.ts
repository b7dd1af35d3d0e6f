import type { StaffSnapshot } from '../../../shared/contract/index.ts';

/**
 * What should ring: one key per unclaimed call and stage of escalation, so that a call that comes back or climbs rings anew.
 * So does one that a colleague asks them to take over. Nothing rings for whoever already looks after a shopper. Off duty, only managers
 * are sent calls, once nobody else is left to hear them: those ring too.
 */
export function ringing(snapshot: StaffSnapshot | null): readonly string[] {
  if (snapshot === null || !(snapshot.me.onDuty || snapshot.me.manager)) return [];
  if (snapshot.calls.some((call) => call.claimedBy?.id === snapshot.me.id)) return [];
  const me = snapshot.me.id;
  return snapshot.calls.flatMap((call) => {
    if (call.claimedBy === null) return [`${call.id}/${call.epoch}/${call.level}`];
    return call.handOver?.to.id === me ? [`${call.id}/${call.epoch}/hand-over`] : [];
  });
}

/** The keys that still have to sound: those no hand has answered. */
export const unanswered = (keys: readonly string[], heard: ReadonlySet<string>): readonly string[] =>
  keys.filter((key) => !heard.has(key));
