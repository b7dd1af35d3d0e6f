import type { ZoneSettings } from '../../shared/contract/index.ts';
import type { Carriers } from '../../shared/visit/state.ts';
import type { KioskService } from './kiosk.ts';
import type { Recognition } from './recognise.ts';

/**
 * Turns what is known of the greeting zones into carriers coming and going at the kiosk. They may have several beacons and stand in
 * several greeting zones: they enter with the first and leave with the last.
 */
export class GreetingZones {
  readonly #recognition: Recognition;
  readonly #kiosk: KioskService;
  #present: ReadonlySet<string> = new Set();
  #zones: readonly string[] = [];

  constructor(recognition: Recognition, kiosk: KioskService) {
    this.#recognition = recognition;
    this.#kiosk = kiosk;
  }

  setZones(zones: readonly ZoneSettings[]): void {
    this.#zones = zones.filter((zone) => zone.purpose === 'greet').map((zone) => zone.id);
    this.look();
  }

  /** Something may have changed: a beacon entered or left, was blocked, or has other carriers. */
  look(): void {
    const inside = this.#all((zone) => this.#recognition.inside(zone));
    const before = this.#present;
    this.#present = new Set(inside.keys());
    for (const key of before) if (!inside.has(key)) this.#kiosk.dispatch({ type: 'left', key });
    const fresh = [...inside.values()].filter(({ key }) => !before.has(key));
    const near = this.#all((zone) => this.#recognition.near(zone));
    for (const carriers of fresh) {
      const others = [...near.keys()].some((key) => !inside.has(key));
      this.#kiosk.entered(carriers, others || fresh.length > 1);
    }
  }

  #all(look: (zone: string) => ReadonlyMap<string, Carriers>): Map<string, Carriers> {
    return new Map(this.#zones.flatMap((zone) => [...look(zone)]));
  }
}
