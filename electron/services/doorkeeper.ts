import { elapsed, type Millis, type MonoMs, minutes } from '../../shared/units.ts';
import { hashToken } from '../server/cookies.ts';
import type { OpenSession } from '../store/sessions.ts';
import type { Context } from './context.ts';

/** In a demo store the station's own machine needs no enrolment; this stands for it. No device has this identifier: theirs are random. */
const THIS_MACHINE = 'this-machine';

/** Off duty, a page left open is only a page left open. */
const EMPLOYEE_IDLE = minutes(15);
const MANAGER_IDLE = minutes(30);

/** What a browser sent along. */
export interface Tokens {
  readonly staff: string | null;
  readonly manager: string | null;
  readonly device: string | null;
}

/** Whom a request comes from, as far as its tokens prove it. */
export interface Visitor {
  /** `gone`: a device token that stands for nothing any more. */
  readonly device: 'enrolled' | 'gone' | 'unknown';
  readonly deviceId: string | null;
  readonly employeeId: string | null;
  readonly manager: boolean;
}

/**
 * Knows devices and sessions by their tokens. Asked anew for every request and every push of a stream, so that whatever ends a session
 * ends it at once.
 */
export class Doorkeeper {
  readonly #context: Context;
  readonly #demo: boolean;
  /** Last use of each session. In memory: a restart gives each of them one more idle time, and costs no write per request. */
  readonly #used = new Map<string, MonoMs>();

  constructor(context: Context, demo: boolean) {
    this.#context = context;
    this.#demo = demo;
  }

  recognise(tokens: Tokens, loopback: boolean): Visitor {
    const known = tokens.device === null ? undefined : this.#context.store.devices.byToken(hashToken(tokens.device));
    const deviceId = known?.id ?? (this.#demo && loopback ? THIS_MACHINE : null);
    const employee = this.#session('employee', tokens.staff);
    const ownDevice = deviceId !== null && employee?.deviceId === deviceId;
    return {
      device: deviceId !== null ? 'enrolled' : tokens.device === null ? 'unknown' : 'gone',
      deviceId,
      employeeId: ownDevice ? employee.employeeId : null,
      manager: this.#session('manager', tokens.manager) !== null,
    };
  }

  /** A person did something: the idle time of the session begins again. What a page does by itself does not count. */
  used(token: string): void {
    this.#used.set(hashToken(token), this.#context.clock.mono());
  }

  /** Forgets when sessions were used that are no more. */
  sweep(): void {
    const { store, clock } = this.#context;
    store.sessions.sweep(clock.wall());
    for (const hash of this.#used.keys()) if (store.sessions.find(hash) === undefined) this.#used.delete(hash);
  }

  #session(role: OpenSession['role'], token: string | null): OpenSession | null {
    if (token === null) return null;
    const { store, clock } = this.#context;
    const hash = hashToken(token);
    const session = store.sessions.find(hash);
    if (session === undefined || session.role !== role || session.expiresAt <= clock.wall()) return null;
    const now = clock.mono();
    const used = this.#used.get(hash);
    if (used === undefined) this.#used.set(hash, now);
    else if (elapsed(used, now) >= idleLimit(session)) return null;
    return session;
  }
}

/** On duty a handheld must not fall asleep: a call may come after hours of quiet, and it would be missed behind a PIN. The shift ends it. */
function idleLimit({ role, onDuty }: OpenSession): Millis {
  if (role === 'manager') return MANAGER_IDLE;
  return onDuty ? (Number.POSITIVE_INFINITY as Millis) : EMPLOYEE_IDLE;
}
