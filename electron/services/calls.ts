import {
  type Call,
  type CallAnswer,
  type CallCommand,
  type CallEffect,
  type CallStep,
  isOpen,
} from '../../shared/assistance/call.ts';
import type { Staffing } from '../../shared/assistance/policy.ts';
import { knowsCommand, nextDeadline, type Raise, raise, reduce } from '../../shared/assistance/reduce.ts';
import { restore } from '../../shared/assistance/restore.ts';
import { audience, byUrgency, type Helper } from '../../shared/assistance/view.ts';
import type { Attempt } from '../../shared/contract/index.ts';
import { CallerError } from '../../shared/errors.ts';
import type { CallRecord } from '../store/calls.ts';
import type { Employee } from '../store/employees.ts';
import { type Context, moment } from './context.ts';

/** What the rest of the house does when a call changes. */
export type OnCallEffect = (call: Call, effect: CallEffect) => void;

/** Open calls: on disk before anybody is told, on timers until somebody is there. */
export class CallService {
  readonly #context: Context;
  readonly #onEffect: OnCallEffect;
  readonly #open = new Map<string, CallRecord>();
  readonly #timers = new Map<string, () => void>();

  constructor(context: Context, onEffect: OnCallEffect) {
    this.#context = context;
    this.#onEffect = onEffect;
  }

  /** Takes up the calls that were open when the station stopped. */
  start(): void {
    const now = moment(this.#context.clock);
    for (const record of this.#context.store.calls.open())
      this.#open.set(record.call.id, { ...record, call: restore(record.call, now) });
    this.tickAll();
  }

  stop(): void {
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
    this.#open.clear();
  }

  open(): readonly CallRecord[] {
    return [...this.#open.values()].sort((a, b) => byUrgency(a.call, b.call));
  }

  get(id: string): CallRecord | undefined {
    return this.#open.get(id) ?? this.#context.store.calls.get(id);
  }

  /** Employees as the call rules see them. */
  helpers(): (Helper & { readonly employee: Employee })[] {
    const busy = new Set([...this.#open.values()].map((record) => record.call.owner?.id));
    return this.#context.store.employees
      .list()
      .filter((employee) => employee.active)
      .map((employee) => ({
        id: employee.id,
        manager: employee.manager,
        onDuty: employee.onDuty,
        free: !busy.has(employee.id),
        employee,
      }));
  }

  staffing(): Staffing {
    const onDuty = this.helpers().filter((helper) => helper.onDuty);
    return { onDuty: onDuty.length, free: onDuty.filter((helper) => helper.free).length };
  }

  /** Open calls an employee should see, most urgent first. */
  heardBy(employeeId: string): readonly CallRecord[] {
    const helpers = this.helpers();
    return this.open().filter((record) => audience(record.call, helpers).some((helper) => helper.id === employeeId));
  }

  /**
   * Raises a call, or adds a reason to the one already open for this visit. When this returns, the call is on disk.
   * @param latest the visit's last call, open or closed
   */
  raise(input: Omit<Raise, 'id' | 'kioskId'>, tried: readonly Attempt[], customerId: string | null, latest: string | null): Call {
    const answered = latest === null ? undefined : this.get(latest)?.call;
    // A page that never saw the answer repeats its command; by then the call may even be closed.
    if (answered !== undefined && knowsCommand(answered, 'kiosk', input.commandId)) return answered;
    const present = this.open().find((record) => record.call.visitId === input.visitId);
    if (present !== undefined) {
      this.#apply({ ...present, tried }, { kind: 'add-reason', commandId: input.commandId, reason: input.reason });
      return this.#open.get(present.call.id)?.call ?? present.call;
    }
    const step = raise(
      { ...input, id: this.#context.newId(), kioskId: this.#context.kioskId },
      moment(this.#context.clock),
      this.staffing(),
    );
    const record = { call: step.call, tried, customerId };
    // Nobody is told of a call that a power cut could still take away.
    this.#context.store.calls.save(record, true);
    this.#announce(record, step);
    return step.call;
  }

  /** Gives a command to a call. @throws CallerError `no-such-call` */
  command(callId: string, command: CallCommand): CallAnswer {
    const record = this.get(callId);
    if (record === undefined) throw new CallerError('no-such-call', 'there is no such call', 404);
    return this.#apply(record, command);
  }

  /** Lets time and staffing act on every open call; call it when someone goes on or off duty. */
  tickAll(): void {
    for (const record of [...this.#open.values()]) this.#apply(record, { kind: 'tick' });
  }

  /** An employee's account was closed: nobody else could hand back, or end, the calls they hold. */
  ownerGone(employeeId: string): void {
    for (const record of [...this.#open.values()]) this.#apply(record, { kind: 'owner-gone', employeeId });
  }

  #apply(record: CallRecord, command: CallCommand): CallAnswer {
    const step = reduce(record.call, command, moment(this.#context.clock), this.staffing());
    if (step.call === record.call && this.#open.get(record.call.id) === record) this.#arm(record.call);
    else if (step.call !== record.call) this.#settle({ ...record, call: step.call }, step);
    return step.answer;
  }

  /** Stores what a command did. A disk that fails must not stop a person from coming: the call goes on, and is stored at its next step. */
  #settle(record: CallRecord, step: CallStep): void {
    try {
      this.#context.store.calls.save(record, isOpen(record.call));
    } catch (error) {
      this.#context.log.warn(
        { code: (error as { code?: string }).code ?? 'unknown' },
        'a step of an open call could not be stored',
      );
    }
    this.#announce(record, step);
  }

  #announce(record: CallRecord, step: CallStep): void {
    const { call } = record;
    if (isOpen(call)) this.#open.set(call.id, record);
    else this.#open.delete(call.id);
    this.#arm(call);
    for (const effect of step.effects) this.#onEffect(call, effect);
    this.#context.changed('kiosk', 'staff', 'manager');
  }

  #arm(call: Call): void {
    this.#timers.get(call.id)?.();
    this.#timers.delete(call.id);
    if (!isOpen(call)) return;
    const wait = nextDeadline(call, moment(this.#context.clock));
    if (wait === null) return;
    this.#timers.set(
      call.id,
      this.#context.clock.after(wait, () => {
        const record = this.#open.get(call.id);
        if (record !== undefined) this.#apply(record, { kind: 'tick' });
      }),
    );
  }
}
