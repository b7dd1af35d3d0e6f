import type { StaffSnapshot } from '../../../shared/contract/index.ts';

/**
 * What should ring: one key per unclaimed call and stage of escalation, so that a call that comes back or climbs rings anew.
 * Nothing rings for an employee who is off duty or already looks after a shopper.
 */
export function ringing(snapshot: StaffSnapshot | null): readonly string[] {
  if (snapshot === null || !snapshot.me.onDuty) return [];
  if (snapshot.calls.some((call) => call.claimedBy?.id === snapshot.me.id)) return [];
  return snapshot.calls.filter((call) => call.claimedBy === null).map((call) => `${call.id}/${call.epoch}/${call.level}`);
}

/** The keys that still have to sound: those no hand has answered. */
export const unanswered = (keys: readonly string[], heard: ReadonlySet<string>): readonly string[] =>
  keys.filter((key) => !heard.has(key));
