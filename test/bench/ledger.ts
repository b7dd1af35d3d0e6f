import { join } from 'node:path';
import { openDatabase } from '../../electron/store/database.ts';
import { openStore } from '../../electron/store/index.ts';
import type { Call } from '../../shared/assistance/call.ts';
import type { CallState } from '../../shared/contract/index.ts';
import { epochMs } from '../../shared/units.ts';
import type { Visitor } from '../support/station.ts';
import type { Figure } from './figure.ts';

/** How far a call has come. A call that went back to everyone has a higher epoch instead. */
const rank: Readonly<Record<CallState, number>> = {
  raised: 0,
  notified: 1,
  claimed: 2,
  arrived: 3,
  resolved: 4,
  cancelled: 4,
  expired: 4,
};

/** What a station promised: an answer it gave, or a state it showed. */
interface Promised {
  readonly callId: string;
  readonly state: CallState;
  readonly epoch: number;
}

/** Remembers everything a station acknowledged or showed, and compares it with what its database holds after it was killed. */
export class Ledger {
  readonly #told: Promised[] = [];
  readonly #shown: Promised[] = [];
  /** Winner of each epoch of each call, by the answers given. */
  readonly #winners = new Map<string, Set<string>>();
  readonly #raised = new Map<string, Set<string>>();
  #commands = 0;

  /**
   * Raises calls and carries them through, as fast as the station answers, while somebody watches a staff page.
   * @param end makes an end of the station
   */
  async work(kiosk: Visitor, employees: readonly Visitor[], end: () => Promise<void>): Promise<void> {
    const stop = await employees[0]?.watch('staff', ({ calls }) => {
      for (const call of calls) this.#shown.push({ callId: call.id, state: call.state, epoch: call.epoch });
    });
    const working = this.#cycles(kiosk, employees);
    await end();
    await working;
    stop?.();
  }

  /**
   * Compares what was promised with what is stored. Opens the database as a restarted station would.
   * @param folder data folder of a station that does not run
   * @param atLeast commands that must have been acknowledged for the figure to mean anything
   */
  figure(what: string, folder: string, atLeast: number): Figure {
    const { lost, doubled, shownNotStored } = this.#check(folder);
    return {
      what,
      budget: 'nothing lost, doubled, or shown and not stored',
      measured: `${lost} lost, ${doubled} doubled, ${shownNotStored} shown and not stored`,
      baseline: `${this.#told.length} commands acknowledged for ${new Set(this.#told.map(({ callId }) => callId)).size} calls`,
      ok: lost + doubled + shownNotStored === 0 && this.#told.length >= atLeast,
    };
  }

  #check(folder: string): { lost: number; doubled: number; shownNotStored: number } {
    const db = openDatabase(join(folder, 'store.db'));
    try {
      const stored = openStore(db).calls.between(epochMs(0), epochMs(Number.MAX_SAFE_INTEGER));
      const byId = new Map(stored.map((call) => [call.id, call]));
      const broken = (promises: readonly Promised[]) => promises.filter((promise) => !keeps(byId.get(promise.callId), promise));
      const openOfVisit = Map.groupBy(stored, (call) => call.visitId);
      return {
        lost: broken(this.#told).length,
        shownNotStored: broken(this.#shown).length,
        doubled:
          [...this.#winners.values(), ...this.#raised.values()].filter((several) => several.size > 1).length +
          [...openOfVisit.values()].filter((calls) => calls.length > 1).length,
      };
    } finally {
      db.close();
    }
  }

  async #cycles(kiosk: Visitor, employees: readonly Visitor[]): Promise<void> {
    try {
      for (;;) await this.#cycle(kiosk, employees);
    } catch {
      // The station is gone: what it did not answer was not promised.
    }
  }

  async #cycle(kiosk: Visitor, employees: readonly Visitor[]): Promise<void> {
    this.#commands += 1;
    const commandId = `k${this.#commands}`;
    // The page presses twice, as an impatient finger does.
    const press = () => kiosk.call('kiosk/call', { commandId, reason: 'asked', language: 'fr' });
    const [first, second] = await Promise.all([press(), press()]);
    for (const { call } of [first, second]) {
      this.#told.push({ callId: call.id, state: 'raised', epoch: 1 });
      note(this.#raised, commandId, call.id);
    }
    const callId = first.call.id;
    const command = { callId, epoch: 1 };
    await Promise.all(
      employees.map(async (employee, i) => {
        const { result } = await employee.call('staff/claim', { ...command, commandId: `${commandId}-${i}` });
        if (result !== 'claimed') return;
        this.#told.push({ callId, state: 'claimed', epoch: 1 });
        note(this.#winners, callId, String(i));
        await employee.call('staff/arrive', { ...command, commandId: `${commandId}-a` });
        this.#told.push({ callId, state: 'arrived', epoch: 1 });
        await employee.call('staff/resolve', { ...command, commandId: `${commandId}-r`, outcome: 'helped', helpNeeded: true });
        this.#told.push({ callId, state: 'resolved', epoch: 1 });
      }),
    );
    await kiosk.call('kiosk/end', {});
  }
}

function note(map: Map<string, Set<string>>, key: string, value: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}

const keeps = (call: Call | undefined, promise: Promised): boolean =>
  call !== undefined && (call.epoch > promise.epoch || (call.epoch === promise.epoch && rank[call.state] >= rank[promise.state]));
