import { type Following, Refused } from '../../../renderer/api.ts';
import type { Station } from '../../../renderer/staff/desk/station.ts';
import type { Input, Output, RouteName, StaffCall, StaffSnapshot } from '../../../shared/contract/index.ts';
import { epochMs, millis } from '../../../shared/units.ts';

export const me = { id: 'lea', name: 'Léa', onDuty: true, manager: false };

export const aCall = (more: Partial<StaffCall> = {}): StaffCall => ({
  id: 'call-1',
  epoch: 1,
  state: 'notified',
  level: 'available',
  kioskId: 'kiosk-1',
  place: 'Entrance',
  reasons: ['asked'],
  language: 'fr',
  tried: [],
  customer: null,
  known: null,
  preferences: [],
  suggestions: [],
  raisedAt: epochMs(0),
  waitedMs: millis(0),
  claimedBy: null,
  leaseMs: null,
  handOver: null,
  arrivalCode: null,
  overdue: false,
  ...more,
});

export const aSnapshot = (calls: StaffCall[], onDuty = true): StaffSnapshot => ({
  me: { ...me, onDuty },
  storeName: 'Halles',
  colleaguesOnDuty: 1,
  colleagues: [{ id: 'ben', name: 'Ben', free: true }],
  duty: { shift: null, reminder: null, breakMs: null },
  goodwill: null,
  notes: [],
  matters: { waiting: 0, overdue: 0 },
  calls,
});

/**
 * Answers like the station as a page sees it: routes by name, `unreachable` when nothing comes back (a time-out included, so a
 * command may have been obeyed all the same), other codes when refused, and a stream of whole snapshots.
 */
export class FakeStation implements Station {
  readonly asked: { readonly name: RouteName; readonly input: unknown }[] = [];
  readonly #answers = new Map<RouteName, (unknown | Refused)[]>();
  on: Following<'staff'> | null = null;

  /** Queues answers of one route; the last one is repeated. */
  answers(name: RouteName, ...answers: unknown[]): this {
    this.#answers.set(name, answers);
    return this;
  }

  readonly call = async <N extends RouteName>(name: N, input: Input<N>): Promise<Output<N>> => {
    this.asked.push({ name, input });
    const queue = this.#answers.get(name) ?? [];
    const answer = queue.length > 1 ? queue.shift() : queue[0];
    if (answer === undefined) throw new Refused('unreachable', 'nothing scripted');
    if (answer instanceof Refused) throw answer;
    return answer as Output<N>;
  };

  follow(on: Following<'staff'>): () => void {
    this.on = on;
    on.link('connecting');
    return () => {
      this.on = null;
    };
  }

  /** Pushes a snapshot as the stream does: the link is open from the first one on. */
  push(snapshot: StaffSnapshot): void {
    this.on?.link('open');
    this.on?.snapshot(snapshot);
    this.beat();
  }

  /** Lets the page hear the station, as the stream's beat does while nothing is new. */
  beat(): void {
    this.on?.heard?.();
  }

  /** The inputs one route received. */
  sent(name: RouteName): unknown[] {
    return this.asked.filter((request) => request.name === name).map((request) => request.input);
  }
}

export const unreachable = new Refused('unreachable', 'the station did not answer');
export const doors = (employee: boolean, device: Output<'auth/doors'>['device'] = 'enrolled'): Output<'auth/doors'> => ({
  storeName: 'Halles',
  setupNeeded: false,
  employee,
  manager: false,
  device,
  passkey: false,
  demo: null,
});
