import { randomBytes, randomInt } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import argon2 from 'argon2';
import { CallerError, OperatorError } from '../../shared/errors.ts';
import { after, elapsed, epochMs, type MonoMs, minutes } from '../../shared/units.ts';
import { hashToken, newToken } from '../server/cookies.ts';
import type { Caller } from '../server/http.ts';
import type { Employee } from '../store/employees.ts';
import type { Context } from './context.ts';

const SHIFT_SECONDS = 12 * 3600;
const MANAGER_SECONDS = 8 * 3600;
/** A PIN has at least 10 000 values and argon2id takes about 50 ms: without a limit all of them fall in minutes. */
const TRIES = 5;
const TRIES_WINDOW = minutes(15);

/**
 * Reads the server's pepper, or makes it. It lies beside the database, not in it: whoever gets a copy of the database alone
 * cannot try PINs against it.
 */
export function readPepper(folder: string): Buffer {
  const path = join(folder, 'pepper');
  try {
    if (!existsSync(path)) writeFileSync(path, randomBytes(32), { mode: 0o600, flag: 'wx' });
    chmodSync(path, 0o600);
    const pepper = readFileSync(path);
    if (pepper.length === 32) return pepper;
  } catch (cause) {
    throw new OperatorError(
      'pepper-unusable',
      `${path} cannot be read or written. Check its owner, its rights and the disk.`,
      { path },
      cause,
    );
  }
  // Cut short by a full disk: with another pepper every PIN and password would be wrong.
  throw new OperatorError('pepper-unusable', `${path} is damaged. Restore it from the backup made with the database.`, { path });
}

/** Passwords and PINs: argon2id with the OWASP minimum of 19 MiB and two passes, and a pepper. */
export class Secrets {
  readonly #pepper: Buffer;
  constructor(pepper: Buffer) {
    this.#pepper = pepper;
  }
  hash(secret: string): Promise<string> {
    return argon2.hash(secret, { secret: this.#pepper, memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  }
  verify(hash: string, secret: string): Promise<boolean> {
    return argon2.verify(hash, secret, { secret: this.#pepper });
  }
}

/** A code a person reads off a terminal: no letters that look alike. */
const setupAlphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const newSetupCode = (): string =>
  Array.from({ length: 10 }, (_, i) => (i === 5 ? '-' : '') + setupAlphabet[randomInt(setupAlphabet.length)]).join('');

/** What a typed set-up code says: the hyphen is there to read by, and letters have no case. */
const spoken = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** Logging in and out of the staff and manager pages. */
export class AuthService {
  readonly #context: Context;
  readonly #secrets: Secrets;
  readonly #failures = new Map<string, MonoMs[]>();
  #decoy: string | null = null;

  constructor(context: Context, secrets: Secrets) {
    this.#context = context;
    this.#secrets = secrets;
  }

  /** Makes sure that a manager can get in: returns a new one-time set-up code, or null when a password exists. */
  async prepare(): Promise<string | null> {
    this.#decoy = await this.#secrets.hash(newToken());
    const { settings } = this.#context.store;
    if (settings.read('managerPasswordHash') !== undefined) return null;
    const code = newSetupCode();
    settings.write('setupCodeHash', await this.#secrets.hash(spoken(code)), 'station', this.#context.clock.wall());
    return code;
  }

  async employeeLogin(code: string, pin: string, caller: Caller): Promise<Employee> {
    const key = `employee:${code.toLowerCase()}`;
    this.#admit(key);
    const employee = this.#context.store.employees.byCode(code);
    // An unknown code costs the same time as a wrong PIN and gets the same answer.
    const right = await this.#secrets.verify(employee?.pinHash ?? this.#decoy ?? '', pin);
    if (employee === undefined || !right || !employee.active) throw this.#wrong(key);
    this.#failures.delete(key);
    this.#open('staff', { role: 'employee', employeeId: employee.id }, SHIFT_SECONDS, caller);
    return employee;
  }

  async managerLogin(password: string, caller: Caller): Promise<void> {
    this.#admit('manager');
    const hash = this.#context.store.settings.read('managerPasswordHash') ?? this.#decoy ?? '';
    if (!(await this.#secrets.verify(hash, password))) throw this.#wrong('manager');
    this.#failures.delete('manager');
    this.#open('manager', { role: 'manager', employeeId: null }, MANAGER_SECONDS, caller);
  }

  async setup(code: string, password: string, caller: Caller): Promise<void> {
    const { settings } = this.#context.store;
    this.#admit('setup');
    const hash = settings.read('setupCodeHash');
    if (hash === undefined) throw new CallerError('already-set-up', 'this store is set up already', 409);
    if (!(await this.#secrets.verify(hash, spoken(code)))) throw this.#wrong('setup');
    const passwordHash = await this.#secrets.hash(password);
    this.#context.store.transaction(() => {
      // One-time: of two who use it in the same moment, one gets in.
      if (settings.read('setupCodeHash') !== hash) throw new CallerError('already-set-up', 'this store is set up already', 409);
      settings.write('managerPasswordHash', passwordHash, 'set-up', this.#context.clock.wall());
      settings.remove('setupCodeHash');
    });
    this.#open('manager', { role: 'manager', employeeId: null }, MANAGER_SECONDS, caller);
  }

  logout(page: 'staff' | 'manager', caller: Caller): void {
    const token = caller.token(page);
    if (token !== null) this.#context.store.sessions.close(hashToken(token));
    caller.setSession(page, null, 0);
  }

  session(door: 'staff' | 'manager', token: string): { employeeId: string | null } | null {
    const session = this.#context.store.sessions.find(hashToken(token), this.#context.clock.wall());
    if (session === undefined || session.role !== (door === 'staff' ? 'employee' : 'manager')) return null;
    return { employeeId: session.employeeId };
  }

  #open(
    door: 'staff' | 'manager',
    session: { role: 'employee' | 'manager'; employeeId: string | null },
    lifeSeconds: number,
    caller: Caller,
  ): void {
    const { clock, store } = this.#context;
    const token = newToken();
    store.sessions.sweep(clock.wall());
    store.sessions.open(hashToken(token), session, epochMs(clock.wall() + lifeSeconds * 1000));
    caller.setSession(door, token, lifeSeconds);
  }

  #admit(key: string): void {
    const now = this.#context.clock.mono();
    const recent = (this.#failures.get(key) ?? []).filter((at) => elapsed(at, now) < TRIES_WINDOW);
    const [oldest] = recent;
    if (recent.length >= TRIES && oldest !== undefined) {
      const wait = Math.ceil(elapsed(now, after(oldest, TRIES_WINDOW)) / 60_000);
      throw new CallerError('throttled', `too many tries; wait ${wait} min`, 429, { minutes: wait });
    }
    // Counted before the slow check, so that tries sent side by side are limited too.
    this.#failures.set(key, [...recent, now]);
    if (this.#failures.size > 10_000) this.#failures.delete(this.#failures.keys().next().value ?? '');
  }

  #wrong(key: string): CallerError {
    this.#context.log.warn({ door: key.split(':', 1)[0] ?? '' }, 'a login was refused');
    return new CallerError('wrong-login', 'the code or PIN is not right', 401);
  }
}
