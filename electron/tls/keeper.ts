import { statSync } from 'node:fs';
import type { Server } from 'node:https';
import type { Clock } from '../../shared/clock.ts';
import { OperatorError } from '../../shared/errors.ts';
import { seconds } from '../../shared/units.ts';
import { secure } from '../server/listener.ts';
import type { Context } from '../services/context.ts';
import { type Authority, readAuthority, renewalDue, renewTls } from './folder.ts';
import { daysLeft, EARLY_MS, type Material, readMaterial, type TlsPaths } from './material.ts';
import type { Names } from './names.ts';

/** certbot and lego replace files at any time; half a minute is early enough for a certificate that has 30 days left. */
const LOOK = seconds(30);

interface Parts {
  readonly clock: Clock;
  readonly paths: TlsPaths;
  readonly wanted: Names;
  /** Data folder whose own authority renews the certificate; null when somebody else does. */
  readonly own: string | null;
  readonly log: Context['log'];
}

/**
 * Serves the certificate that lies on disk, whoever replaces it: connections that are open stay open, the next ones get the new one.
 * A replacement that cannot be used is reported, and the present one goes on.
 */
export class TlsKeeper {
  readonly #parts: Parts;
  #material: Material;
  #seen: string;
  #problem: string | null = null;
  #server: Server | null = null;
  #stop: (() => void) | null = null;
  #warnedDays: number | null = null;

  private constructor(parts: Parts, material: Material, seen: string) {
    this.#parts = parts;
    this.#material = material;
    this.#seen = seen;
  }

  /** @throws OperatorError what {@link readMaterial} throws */
  static async open(parts: Parts): Promise<TlsKeeper> {
    const now = parts.clock.wall();
    if (parts.own !== null && renewalDue(parts.own, now)) await renewTls(parts.own, now);
    const seen = look(parts.paths);
    const keeper = new TlsKeeper(parts, readMaterial(parts.paths, parts.wanted, now), seen);
    keeper.#warn();
    return keeper;
  }

  get material(): Material {
    return this.#material;
  }

  /** Machine-readable cause why a newer certificate on disk is not served; null when there is none. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Whether the station renews the certificate by itself. */
  get renewsItself(): boolean {
    return this.#parts.own !== null;
  }

  authority(): Authority | null {
    return this.#parts.own === null ? null : readAuthority(this.#parts.own);
  }

  attach(server: Server): void {
    this.#server = server;
  }

  start(): void {
    this.#stop ??= this.#parts.clock.every(LOOK, () => void this.check());
  }

  stop(): void {
    this.#stop?.();
    this.#stop = null;
  }

  /** Renews what is due and takes over what was replaced. Never throws. */
  async check(): Promise<void> {
    const { clock, own, paths } = this.#parts;
    const now = clock.wall();
    try {
      if (own !== null && renewalDue(own, now)) await renewTls(own, now);
      if (look(paths) !== this.#seen) this.#reload();
      this.#warn();
    } catch (error) {
      this.#report(error);
    }
  }

  #reload(): void {
    const { clock, log, paths, wanted } = this.#parts;
    const seen = look(paths);
    const material = readMaterial(paths, wanted, clock.wall());
    this.#server?.setSecureContext({ ...secure, cert: material.cert, key: material.key });
    this.#material = material;
    this.#seen = seen;
    this.#problem = null;
    this.#warnedDays = null;
    log.info({ fingerprint: material.fingerprint, expiresAt: new Date(material.expiresAt) }, 'a new certificate is served');
  }

  #report(error: unknown): void {
    const code = error instanceof OperatorError ? error.code : 'tls-unusable';
    // The two files of a pair are replaced one after the other: the next look finds both.
    if (this.#problem !== code) {
      this.#parts.log.warn({ code }, error instanceof OperatorError ? error.message : 'the certificate cannot be renewed');
    }
    this.#problem = code;
  }

  #warn(): void {
    const now = this.#parts.clock.wall();
    const ends = [this.#material.expiresAt, this.authority()?.expiresAt ?? this.#material.expiresAt];
    const days = daysLeft(
      ends.reduce((a, b) => (a < b ? a : b)),
      now,
    );
    if (days * 86_400_000 >= EARLY_MS || days === this.#warnedDays) return;
    this.#warnedDays = days;
    this.#parts.log.warn({ days }, 'a certificate of this station expires soon: see the manager page, or prevenance doctor');
  }
}

/** What tells a replaced file from the one before, through links too. */
function look({ certificate, key }: TlsPaths): string {
  return [certificate, key]
    .map((path) => {
      const stats = statSync(path, { throwIfNoEntry: false });
      return stats === undefined ? '-' : `${stats.ino}:${stats.mtimeMs}:${stats.size}`;
    })
    .join(' ');
}
