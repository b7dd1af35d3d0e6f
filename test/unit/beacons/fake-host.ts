import type { HostEvents, HostProcess, LaunchHost } from '../../../devices/beacons/host/launch.ts';
import { type Heard, pack } from '../../../devices/beacons/host/wire.ts';

/**
 * Stands for the radio host process. Mirrors the real one: it says nothing by itself before it was started, a killed one says no more
 * and reports its end afterwards, and one asked to end does so unless it is `stuck`.
 */
export class FakeHost implements HostProcess {
  readonly #events: HostEvents;
  alive = true;
  stuck = false;

  constructor(events: HostEvents) {
    this.#events = events;
  }

  say(message: unknown): void {
    if (this.alive) this.#events.message(message);
  }

  hear(...heard: Omit<Heard, 'at'>[]): void {
    this.say({
      kind: 'heard',
      packed: pack(
        heard.map((one) => ({ ...one, at: 0 })),
        30,
      ),
    });
  }

  beat(load = 0.01): void {
    this.say({ kind: 'beat', dropped: 0, load });
  }

  end(): void {
    if (!this.stuck) this.die(0, null);
  }

  kill(): void {
    this.die(null, 'SIGKILL');
  }

  die(code: number | null, signal: string | null, words = ''): void {
    if (!this.alive) return;
    this.alive = false;
    this.#events.exit({ code, signal, words });
  }
}

/** A launcher that keeps every host it started. */
export function fakeLaunch(): { readonly hosts: FakeHost[]; readonly launch: LaunchHost } {
  const hosts: FakeHost[] = [];
  const launch: LaunchHost = (events) => {
    const host = new FakeHost(events);
    hosts.push(host);
    return host;
  };
  return { hosts, launch };
}
