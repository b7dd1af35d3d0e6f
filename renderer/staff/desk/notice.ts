import type { StaffCall, StaffSnapshot } from '../../../shared/contract/index.ts';

/** One sentence the employee has to read because the screen changed under their thumb. */
export type Notice =
  | { readonly kind: 'taken'; readonly owner: string | null; readonly place: string }
  | { readonly kind: 'gone'; readonly place: string }
  | { readonly kind: 'returned'; readonly place: string }
  | { readonly kind: 'not-handed-over'; readonly to: string }
  | { readonly kind: 'refused'; readonly code: string };

/**
 * What happened to the call in front between two snapshots, if someone other than me made it happen.
 * @param letGo - calls I handed back or resolved myself: their change needs no explanation.
 */
export function noticeBetween(shown: StaffCall, next: StaffSnapshot, letGo: ReadonlySet<string>): Notice | null {
  const me = next.me.id;
  const now = next.calls.find((call) => call.id === shown.id);
  const wasMine = shown.claimedBy?.id === me;
  if (letGo.has(shown.id)) return null;
  // Off duty or on a break, calls leave this page without being over: to say so would be untrue.
  const hears = next.me.onDuty && next.duty.breakMs === null;
  if (now === undefined) return hears ? { kind: 'gone', place: shown.place } : null;
  if (wasMine && now.claimedBy === null) return { kind: 'returned', place: now.place };
  if (now.claimedBy !== null && now.claimedBy.id !== me && shown.claimedBy?.id !== now.claimedBy.id) {
    return { kind: 'taken', owner: now.claimedBy.name, place: now.place };
  }
  if (wasMine && shown.handOver !== null && now.handOver === null) return { kind: 'not-handed-over', to: shown.handOver.to.name };
  return null;
}
