import { knowsCommand } from '../../shared/assistance/answers.ts';
import {
  type Call,
  type CallAnswer,
  type CallCommand,
  type CallEffect,
  type CallStep,
  isOpen,
} from '../../shared/assistance/call.ts';
import { nextDeadline } from '../../shared/assistance/deadlines.ts';
import { fits, type Needs } from '../../shared/assistance/fit.ts';
import { type CallPolicy, defaultCallPolicy, type Staffing } from '../../shared/assistance/policy.ts';
import { type Raise, raise, reduce } from '../../shared/assistance/reduce.ts';
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
  readonly #listeners = new Set<OnCallEffect>();
  readonly #open = new Map<string, CallRecord>();
  readonly #timers = new Map<string, () => void>();

  constructor(context: Context) {
    this.#context = context;
  }

  /** Tells `listener` what follows from every step of every call, after it is stored. Returns a function that ends it. */
  subscribe(listener: OnCallEffect): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
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

  /** Employees as the call rules see them. Without a call, everyone fits. */
  helpers(needs: Needs | null = null): (Helper & { readonly employee: Employee; readonly onBreak: boolean })[] {
    const { store } = this.#context;
    const busy = new Set([...this.#open.values()].map((record) => record.call.owner?.id));
    const onBreak = new Set(store.rota.breaks().map((one) => one.employeeId));
    const rota = new Map(needs === null ? [] : store.rota.list().map(({ value }) => [value.id, value] as const));
    const skills = store.settings.read('skills') ?? [];
    return store.employees
      .list()
      .filter((employee) => employee.active)
      .map((employee) => ({
        id: employee.id,
        manager: employee.manager,
        onDuty: employee.onDuty && !onBreak.has(employee.id),
        onBreak: employee.onDuty && onBreak.has(employee.id),
        free: !busy.has(employee.id),
        fits: needs === null || fits(rota.get(employee.id), needs, skills),
        employee,
      }));
  }

  staffing(needs: Needs | null = null): Staffing {
    const onDuty = this.helpers(needs).filter((helper) => helper.onDuty);
    const free = onDuty.filter((helper) => helper.free);
    return { onDuty: onDuty.length, free: free.length, matching: free.filter((helper) => helper.fits).length };
  }

  /** Open calls an employee should see, most urgent first. */
  heardBy(employeeId: string): readonly CallRecord[] {
    return this.open().filter(({ call }) => audience(call, this.helpers(call)).some((helper) => helper.id === employeeId));
  }

  /** The policy of calls raised from now on. */
  policy(): CallPolicy {
    const latest = this.#context.store.escalation.latest();
    return latest === undefined ? defaultCallPolicy : { ...latest.policy, version: latest.version };
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
      const added = { kind: 'add-reason', commandId: input.commandId, reason: input.reason } as const;
      // Refused only if that call ended in this very moment: then a new one is raised.
      if (this.#apply({ ...present, tried }, added).refusal === null)
        return this.#open.get(present.call.id)?.call ?? present.call;
    }
    const step = raise(
      { ...input, id: this.#context.newId(), kioskId: this.#context.kioskId },
      moment(this.#context.clock),
      this.staffing({ ...input, reasons: [input.reason] }),
      this.policy(),
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
    const step = reduce(record.call, command, moment(this.#context.clock), this.staffing(record.call));
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
    for (const effect of step.effects) for (const listener of this.#listeners) this.#tell(listener, call, effect);
    this.#context.changed('kiosk', 'staff', 'manager');
  }

  /** One listener's fault must not keep the others, or the next timer, from a call. */
  #tell(listener: OnCallEffect, call: Call, effect: CallEffect): void {
    try {
      listener(call, effect);
    } catch (error) {
      this.#context.log.warn(
        { code: (error as { code?: string }).code ?? 'unknown', effect: effect.kind },
        'a step of a call could not be told to a part of the station',
      );
    }
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
