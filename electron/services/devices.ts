import type { DeviceView } from '../../shared/contract/index.ts';
import { CallerError } from '../../shared/errors.ts';
import { after, type MonoMs, minutes } from '../../shared/units.ts';
import { hashToken, newToken } from '../server/cookies.ts';
import type { Caller } from '../server/http.ts';
import type { AuthService } from './auth.ts';
import type { Context } from './context.ts';
import { newCode, spoken } from './one-time-code.ts';

const INVITATION = minutes(5);
/** Forty bits for five minutes: nobody guesses it over a network. */
const CODE_LENGTH = 8;
/** As long as browsers keep a cookie at all: https://www.rfc-editor.org/rfc/rfc6265bis section 5.5. */
const TOKEN_SECONDS = 400 * 24 * 3600;

/** Which browsers may ask for a PIN. A device is enrolled by a one-time code that the manager shows as a QR code. */
export class Devices {
  readonly #context: Context;
  readonly #auth: AuthService;
  /** In memory: a restart ends it. */
  #invitation: { readonly code: string; readonly name: string; readonly until: MonoMs } | null = null;

  constructor(context: Context, auth: AuthService) {
    this.#context = context;
    this.#auth = auth;
  }

  list(): DeviceView[] {
    const { store } = this.#context;
    const sessions = store.sessions.ofEmployees().filter((session) => session.expiresAt > this.#context.clock.wall());
    return store.devices.list().map((device) => {
      const employeeId = sessions.findLast((session) => session.deviceId === device.id)?.employeeId;
      return {
        ...device,
        employee: employeeId == null ? null : (store.employees.get(employeeId)?.name ?? null),
        lockedMinutes: this.#auth.lockedMinutes('device', device.id),
      };
    });
  }

  invite(name: string): { code: string; seconds: number } {
    const code = newCode(CODE_LENGTH);
    this.#invitation = { code: spoken(code), name, until: after(this.#context.clock.mono(), INVITATION) };
    return { code, seconds: INVITATION / 1000 };
  }

  /** Makes the caller's browser a device. One that was a device already is one under its new name only. */
  async enrol(code: string, caller: Caller): Promise<string> {
    const { store, clock, newId } = this.#context;
    const { name } = await this.#auth.limited('enrol', caller, () => {
      const invitation = this.#invitation;
      if (invitation === null || clock.mono() >= invitation.until || spoken(code) !== invitation.code)
        throw new CallerError('wrong-code', 'this enrolment code is not valid, or not any more', 401);
      return invitation;
    });
    const token = newToken();
    const id = newId();
    const before = caller.token('device');
    store.transaction(() => {
      const old = before === null ? undefined : store.devices.byToken(hashToken(before));
      if (old !== undefined) this.#remove(old.id);
      store.devices.add({ id, name, tokenHash: hashToken(token) }, clock.wall());
    });
    this.#invitation = null;
    caller.identify({ subject: id });
    caller.setSession('device', token, TOKEN_SECONDS);
    this.#context.changed('staff', 'manager');
    return name;
  }

  rename(id: string, name: string): void {
    if (!this.#context.store.devices.rename(id, name)) throw noSuchDevice();
  }

  /** Ends the enrolment and every session on the device. Its open pages are cut off with the change. */
  revoke(id: string): void {
    this.#context.store.transaction(() => {
      if (!this.#remove(id)) throw noSuchDevice();
    });
    this.#context.changed('staff', 'manager');
  }

  #remove(id: string): boolean {
    const { store, clock } = this.#context;
    store.sessions.revokeDevice(id);
    return store.devices.remove(id, clock.wall());
  }
}

const noSuchDevice = () => new CallerError('no-such-device', 'there is no such device', 404);
