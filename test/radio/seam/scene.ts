import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type HostProcess, type LaunchHost, spawnHost } from '../../../devices/beacons/host/launch.ts';
import type { ExtendedReport, Generation, Report } from './controller.ts';
import type { SeamFault } from './socket.ts';

/** What one life of the radio host meets. Times in ms from its first scan. */
export interface Scene {
  readonly fault?: SeamFault;
  /** Default: a controller without extended scanning. */
  readonly generation?: Generation;
  /** The adapter is off from the start. */
  readonly down?: boolean;
  readonly downAfter?: number;
  readonly upAfter?: number;
  /** Another program switches scanning off: one that ends, as `prevenance doctor` does, or a Bluetooth daemon. */
  readonly meddleAfter?: number;
  /**
   * Off and on again before anybody can look: no error, not a packet any more, and the socket's reading thread spins, as seen of the real
   * one whenever an adapter came back under a host that was left running.
   */
  readonly dipAfter?: number;
  /** The process never says a word. */
  readonly mute?: boolean;
  /** Bytes on the channel to the station before anything else, hex. */
  readonly garbage?: string;
  /** The event loop stops turning. */
  readonly hangAfter?: number;
  readonly air?: readonly {
    readonly every: number;
    readonly times?: number;
    readonly reports?: readonly Report[];
    readonly extended?: readonly ExtendedReport[];
    /** A whole H4 packet, hex. */
    readonly babble?: string;
  }[];
}

const preload = fileURLToPath(new URL('./preload.ts', import.meta.url));

/** Starts real radio hosts over the seam; the scene can be changed between their lives. */
export class Stage {
  readonly #folder = mkdtempSync(join(tmpdir(), 'prevenance-radio-'));
  readonly hosts: HostProcess[] = [];

  set(scene: Scene): void {
    writeFileSync(this.#scene, JSON.stringify(scene));
  }

  readonly launch: LaunchHost = (events) => {
    const host = spawnHost({ execArgv: ['--import', preload], env: { ...process.env, SEAM_SCENE: this.#scene } })(events);
    this.hosts.push(host);
    return host;
  };

  clear(): void {
    for (const host of this.hosts) host.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get #scene(): string {
    return join(this.#folder, 'scene.json');
  }
}
