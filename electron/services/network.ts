import type { Clock } from '../../shared/clock.ts';
import type { NetworkStanding } from '../../shared/contract/index.ts';
import { CallerError } from '../../shared/errors.ts';
import type { EpochMs } from '../../shared/units.ts';
import type { Lan } from '../lan.ts';
import { HandOut } from '../tls/hand-out.ts';
import { daysLeft, EARLY_MS } from '../tls/material.ts';

/** What the manager sees of the store's network, and the hand-out of its authority. */
export class NetworkService {
  readonly #clock: Clock;
  readonly #lan: Lan | null;
  readonly #handOut: HandOut;
  #port = 0;

  constructor(clock: Clock, lan: Lan | null) {
    this.#clock = clock;
    this.#lan = lan;
    this.#handOut = new HandOut(clock);
  }

  /** @param port what the network side listens on */
  start(port: number): void {
    this.#port = port;
    this.#lan?.keeper?.start();
  }

  async stop(): Promise<void> {
    this.#lan?.keeper?.stop();
    await this.#handOut.close();
  }

  /** What phones type. */
  origins(): readonly string[] {
    return this.#lan?.origins(this.#port) ?? [];
  }

  standing(): NetworkStanding {
    const now = this.#clock.wall();
    const keeper = this.#lan?.keeper ?? null;
    const authority = keeper?.authority() ?? null;
    const shown = <T extends { readonly expiresAt: EpochMs; readonly fingerprint: string }>({ expiresAt, fingerprint }: T) => ({
      expiresAt,
      fingerprint,
      daysLeft: daysLeft(expiresAt, now),
    });
    const soon = (expiresAt: EpochMs | undefined) => expiresAt !== undefined && expiresAt - now < EARLY_MS;
    const handOut = this.#handOut.standing();
    const troubles: NetworkStanding['troubles'] = [];
    if (keeper !== null) {
      const { expiresAt } = keeper.material;
      if (expiresAt <= now) troubles.push('expired');
      if (keeper.problem !== null) troubles.push('replacement-unusable');
      if (expiresAt > now && soon(expiresAt)) troubles.push('expires-soon');
    }
    if (soon(authority?.expiresAt)) troubles.push('authority-expires-soon');
    return {
      mode: this.#lan === null ? 'here' : keeper === null ? 'open' : 'secure',
      origins: [...this.origins()],
      certificate: keeper === null ? null : shown(keeper.material),
      renewsItself: keeper?.renewsItself ?? false,
      authority: authority === null ? null : { ...shown(authority), pem: authority.pem },
      troubles,
      handOut: handOut === null ? null : { url: handOut.url, leftMs: handOut.left },
    };
  }

  async setHandOut(open: boolean): Promise<NetworkStanding> {
    const authority = this.#lan?.keeper?.authority() ?? null;
    if (!open) await this.#handOut.close();
    else if (this.#lan === null || authority === null) {
      throw new CallerError('no-authority', 'this store has no authority of its own to hand out', 409);
    } else {
      const { host, handOutPort } = this.#lan.config;
      const name = this.#lan.listener.names()[0] ?? host;
      const [origin] = this.origins();
      await this.#handOut.open(authority, {
        host,
        port: handOutPort,
        name,
        staff: origin === undefined ? null : `${origin}/staff`,
      });
    }
    return this.standing();
  }
}
