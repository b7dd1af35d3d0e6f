import { CallerError } from '../../shared/errors.ts';
import { epochMs } from '../../shared/units.ts';
import { type Door, hashToken, newToken } from '../server/cookies.ts';
import type { Caller } from '../server/http.ts';
import type { Employee } from '../store/employees.ts';
import type { Session } from '../store/sessions.ts';
import type { Context } from './context.ts';
import type { Doorkeeper } from './doorkeeper.ts';
import { newCode, spoken } from './one-time-code.ts';
import { refuseKnownPassword } from './password.ts';
import type { Secrets } from './secrets.ts';
import { keptIn, Throttle } from './throttle.ts';

const SHIFT_SECONDS = 12 * 3600;
const MANAGER_SECONDS = 8 * 3600;
const SETUP_CODE_LENGTH = 10;

/** Logging in and out of the staff and manager pages. */
export class AuthService {
  readonly #context: Context;
  readonly #secrets: Secrets;
  readonly #doorkeeper: Doorkeeper;
  /** Wrong PINs, by employee and by device. They outlive a restart: whoever can pull the plug gets no more tries. */
  readonly #pins: Throttle;
  /** Tries at the doors that anybody can reach, by where they come from: nobody can lock the manager out from somewhere else. */
  readonly #tries: Throttle;
  #decoy: string | null = null;

  constructor(context: Context, secrets: Secrets, doorkeeper: Doorkeeper) {
    this.#context = context;
    this.#secrets = secrets;
    this.#doorkeeper = doorkeeper;
    this.#pins = new Throttle(context.clock, keptIn(context, 'pinTries'));
    this.#tries = new Throttle(context.clock);
  }

  /** Makes sure that a manager can get in: returns a new one-time set-up code, or null when a password exists. */
  async prepare(): Promise<string | null> {
    this.#decoy = await this.#secrets.hash(newToken());
    const { settings } = this.#context.store;
    if (settings.read('managerPasswordHash') !== undefined) return null;
    const code = newCode(SETUP_CODE_LENGTH);
    settings.write('setupCodeHash', await this.#secrets.hash(spoken(code)), 'station', this.#context.clock.wall());
    return code;
  }

  /** @param code short code, or number of a badge */
  async employeeLogin(code: string, pin: string, caller: Caller): Promise<Employee> {
    const { store, clock } = this.#context;
    const { deviceId } = caller;
    if (deviceId === null) throw new CallerError('not-allowed', 'this device is not enrolled', 401);
    const badge = store.badges.employeeOf(this.#secrets.seal('badge', code));
    const employee = store.employees.byCode(code) ?? (badge === undefined ? undefined : store.employees.get(badge));
    if (employee !== undefined) caller.identify({ subject: employee.id });
    // An unknown code is limited like a known one, costs the same time as a wrong PIN, and gets the same answer.
    const who =
      employee === undefined ? `typed:${this.#secrets.seal('typed-code', code.toLowerCase())}` : `employee:${employee.id}`;
    const where = `device:${deviceId}`;
    this.#pins.admit(who, where);
    const right = await this.#secrets.verify(employee?.pinHash ?? this.#decoy ?? '', pin);
    if (employee === undefined || !right || !employee.active) throw this.#wrong('employee');
    this.#pins.clear(who);
    // Not cleared: else whoever has a PIN could try colleagues' between two log-ins of their own.
    this.#pins.forgive(where);
    caller.identify({ actor: `employee:${employee.id}` });
    store.devices.use(deviceId, clock.wall());
    this.#open('staff', { role: 'employee', employeeId: employee.id, deviceId }, SHIFT_SECONDS, caller);
    return employee;
  }

  async managerLogin(password: string, caller: Caller): Promise<void> {
    await this.limited('manager', caller, async () => {
      const hash = this.#context.store.settings.read('managerPasswordHash') ?? this.#decoy ?? '';
      if (!(await this.#secrets.verify(hash, password))) throw this.#wrong('manager');
    });
    this.letManagerIn(caller);
  }

  async setup(code: string, password: string, caller: Caller): Promise<void> {
    const { settings } = this.#context.store;
    const hash = await this.limited('setup', caller, async () => {
      const hash = settings.read('setupCodeHash');
      if (hash === undefined) throw new CallerError('already-set-up', 'this store is set up already', 409);
      if (!(await this.#secrets.verify(hash, spoken(code)))) throw this.#wrong('setup');
      return hash;
    });
    refuseKnownPassword(password);
    const passwordHash = await this.#secrets.hash(password);
    this.#context.store.transaction(() => {
      // One-time: of two who use it in the same moment, one gets in.
      if (settings.read('setupCodeHash') !== hash) throw new CallerError('already-set-up', 'this store is set up already', 409);
      settings.write('managerPasswordHash', passwordHash, 'set-up', this.#context.clock.wall());
      settings.remove('setupCodeHash');
    });
    this.letManagerIn(caller);
  }

  logout(page: Door, caller: Caller): void {
    const token = caller.token(page);
    if (token !== null) this.#context.store.sessions.close(hashToken(token));
    caller.setSession(page, null, 0);
    this.#context.changed('staff', 'manager');
  }

  /** Opens a manager's session for somebody who has just proven to be one. */
  letManagerIn(caller: Caller): void {
    caller.identify({ actor: 'manager' });
    this.#open('manager', { role: 'manager', employeeId: null, deviceId: null }, MANAGER_SECONDS, caller);
  }

  /** Runs a check that anybody can ask for, five failures a quarter of an hour from one place; one that succeeds begins anew. */
  async limited<T>(door: string, caller: Caller, check: () => T | Promise<T>): Promise<T> {
    const key = `${door}@${caller.remote}`;
    this.#tries.admit(key);
    const answer = await check();
    this.#tries.clear(key);
    return answer;
  }

  lockedMinutes(kind: 'employee' | 'device', id: string): number | null {
    return this.#pins.lockedMinutes(`${kind}:${id}`);
  }

  unlock(kind: 'employee' | 'device', id: string): void {
    this.#pins.clear(`${kind}:${id}`);
  }

  #open(door: Door, session: Session, lifeSeconds: number, caller: Caller): void {
    const { clock, store } = this.#context;
    const token = newToken();
    this.#doorkeeper.sweep();
    store.sessions.open(hashToken(token), session, epochMs(clock.wall() + lifeSeconds * 1000));
    this.#doorkeeper.used(token);
    caller.setSession(door, token, lifeSeconds);
  }

  #wrong(door: string): CallerError {
    this.#context.log.warn({ door }, 'a login was refused');
    return new CallerError('wrong-login', 'the code or PIN is not right', 401);
  }
}
