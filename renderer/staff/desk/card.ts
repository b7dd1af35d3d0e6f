import type { StaffCall, StaffSnapshot } from '../../../shared/contract/index.ts';

/** How a call stands for the employee who looks at it. */
export type Standing = 'open' | 'mine' | 'with-me' | 'offered' | 'taken';

/** Who has the call: nobody, me (on my way, or there), a colleague who asks me to take it over, or a colleague. */
export function standing(call: StaffCall, me: string): Standing {
  if (call.claimedBy === null) return 'open';
  if (call.claimedBy.id !== me) return call.handOver?.to.id === me ? 'offered' : 'taken';
  return call.state === 'arrived' ? 'with-me' : 'mine';
}

/** The screen's content: one call in front, how many others wait, and which ones colleagues look after. */
export interface Front {
  readonly card: StaffCall | null;
  readonly waiting: number;
  readonly elsewhere: readonly StaffCall[];
}

/** What the employee has chosen among the open calls. */
export interface Choice {
  /** Set aside with "next"; when all are, they start again. */
  readonly skipped: ReadonlySet<string>;
  /** The call whose message was tapped. */
  readonly asked: string | null;
}

/**
 * Chooses the one call to show. A call I look after stays in front until it ends; then one I am asked to take over; then the one I asked for;
 * otherwise the most urgent open one.
 */
export function front(snapshot: StaffSnapshot, { skipped, asked }: Choice): Front {
  const of = (wanted: readonly Standing[]) => snapshot.calls.filter((call) => wanted.includes(standing(call, snapshot.me.id)));
  const mine = of(['mine', 'with-me']);
  const open = of(['open']);
  const [offered] = of(['offered']);
  const chosen = open.find((call) => call.id === asked) ?? open.find((call) => !skipped.has(call.id));
  const card = mine[0] ?? offered ?? chosen ?? open[0] ?? null;
  return {
    card,
    waiting: open.filter((call) => call !== card).length,
    elsewhere: of(['taken', 'offered']).filter((call) => call !== card),
  };
}
