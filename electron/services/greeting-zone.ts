import type { ZoneSettings } from '../../shared/contract/index.ts';
import type { ZoneEvent } from '../../shared/presence/types.ts';
import type { KioskService } from './kiosk.ts';
import type { Recognition } from './recognise.ts';

/**
 * Turns zone events of beacons into customers coming and going at the kiosk. A customer may carry several beacons and stand in several
 * greeting zones: they enter with the first and leave with the last.
 */
export class GreetingZones {
  readonly #recognition: Recognition;
  readonly #kiosk: KioskService;
  readonly #present = new Map<string, 'strong' | 'weak'>();
  #zones: ReadonlySet<string> = new Set();

  constructor(recognition: Recognition, kiosk: KioskService) {
    this.#recognition = recognition;
    this.#kiosk = kiosk;
  }

  setZones(zones: readonly ZoneSettings[]): void {
    this.#zones = new Set(zones.filter((zone) => zone.purpose === 'greet').map((zone) => zone.id));
    this.#reconcile();
  }

  on(events: readonly ZoneEvent[]): void {
    for (const event of events) {
      const owner = this.#recognition.owner(event.beacon);
      if (event.event === 'enter' && owner !== undefined && this.#zones.has(event.zone)) {
        // The strongest proof a customer carries is the one that counts.
        const strength = owner.strength === 'strong' ? 'strong' : (this.#present.get(owner.customerId) ?? owner.strength);
        this.#present.set(owner.customerId, strength);
        const others = this.#recognition.customersNear(event.zone);
        others.delete(owner.customerId);
        this.#kiosk.entered(owner.customerId, strength, others.size > 0);
      }
    }
    this.#reconcile();
  }

  /** Whoever is in no greeting zone any more has left. */
  #reconcile(): void {
    const inside = new Set([...this.#zones].flatMap((zone) => [...this.#recognition.customersIn(zone)]));
    for (const customerId of [...this.#present.keys()]) {
      if (inside.has(customerId)) continue;
      this.#present.delete(customerId);
      this.#kiosk.dispatch({ type: 'left', customerId });
    }
  }
}
