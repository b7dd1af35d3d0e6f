import { dutyReminder, shiftAt, shiftIsOver } from '../../shared/assistance/shift.ts';
import type { Duty, ExpectedEmployee, Shift } from '../../shared/contract/index.ts';
import { CallerError } from '../../shared/errors.ts';
import { after, epochMs, type Millis, type MonoMs, millis, minutes } from '../../shared/units.ts';
import type { CallService } from './calls.ts';
import type { Context } from './context.ts';
import type { StoreHours } from './store-hours.ts';

const LONGEST_BREAK = minutes(60);

/** Who is on duty, on a break, and expected. */
export class DutyService {
  readonly #context: Context;
  readonly #calls: CallService;
  readonly #hours: StoreHours;
  readonly #breaks = new Map<string, { readonly ends: MonoMs; readonly cancel: () => void }>();

  constructor(context: Context, parts: { calls: CallService; hours: StoreHours }) {
    this.#context = context;
    this.#calls = parts.calls;
    this.#hours = parts.hours;
  }

  /** Takes up the breaks that were going on when the station stopped. */
  start(): void {
    const now = this.#context.clock.wall();
    // A wall clock that leapt must not keep anybody away for longer than the longest break.
    for (const { employeeId, until } of this.#context.store.rota.breaks())
      this.#arm(employeeId, millis(Math.min(Math.max(0, until - now), LONGEST_BREAK)));
  }

  stop(): void {
    for (const { cancel } of this.#breaks.values()) cancel();
    this.#breaks.clear();
  }

  set(employeeId: string, onDuty: boolean): void {
    this.#endBreak(employeeId);
    this.#context.store.employees.setDuty(employeeId, onDuty);
    this.#changed();
  }

  /**
   * Off for a while, and back without a tap; 0 minutes end a break.
   * @throws CallerError `off-duty`, `holds-call`
   */
  takeBreak(employeeId: string, length: number): void {
    const { store, clock } = this.#context;
    if (length === 0) this.#endBreak(employeeId);
    else {
      if (!store.employees.get(employeeId)?.onDuty) throw new CallerError('off-duty', 'a break needs somebody on duty', 409);
      if (this.#calls.open().some(({ call }) => call.owner?.id === employeeId))
        throw new CallerError('holds-call', 'hand the call over or give it back first', 409);
      store.rota.setBreak(employeeId, epochMs(clock.wall() + minutes(length)));
      this.#arm(employeeId, minutes(length));
    }
    this.#changed();
  }

  /** What an employee's own page says about their shift and break. */
  of(employeeId: string): Duty {
    const now = this.#hours.now();
    const shifts = this.#shifts(employeeId);
    const shift = shiftAt(shifts, now);
    const onDuty = this.#context.store.employees.get(employeeId)?.onDuty ?? false;
    const left = this.#breaks.get(employeeId);
    return {
      shift: shift === null ? null : { starts: shift.starts, ends: shift.ends },
      reminder: dutyReminder(shifts, now, onDuty),
      breakMs: left === undefined ? null : millis(Math.max(0, left.ends - this.#context.clock.mono())),
    };
  }

  /** Whom the rota expects at this moment. */
  expected(): ExpectedEmployee[] {
    const now = this.#hours.now();
    const rota = new Map(this.#context.store.rota.list().map(({ value }) => [value.id, value.shifts] as const));
    return this.#calls.helpers().flatMap(({ id, onDuty, onBreak, employee }) => {
      const shift = shiftAt(rota.get(id) ?? [], now);
      if (shift === null) return [];
      return [{ id, name: employee.name, ends: shift.ends, state: onDuty ? 'here' : onBreak ? 'on-break' : 'not-here' }] as const;
    });
  }

  #shifts(employeeId: string): readonly Shift[] {
    return this.#context.store.rota.list().find(({ value }) => value.id === employeeId)?.value.shifts ?? [];
  }

  #arm(employeeId: string, length: Millis): void {
    this.#breaks.get(employeeId)?.cancel();
    const { clock, store } = this.#context;
    this.#breaks.set(employeeId, {
      ends: after(clock.mono(), length),
      cancel: clock.after(length, () => {
        this.#endBreak(employeeId);
        // A break that runs into the end of the shift is the end of the day.
        if (shiftIsOver(this.#shifts(employeeId), this.#hours.now())) store.employees.setDuty(employeeId, false);
        this.#changed();
      }),
    });
  }

  #endBreak(employeeId: string): void {
    this.#breaks.get(employeeId)?.cancel();
    this.#breaks.delete(employeeId);
    this.#context.store.rota.setBreak(employeeId, null);
  }

  #changed(): void {
    this.#calls.tickAll();
    this.#context.changed('staff', 'manager', 'kiosk');
  }
}
