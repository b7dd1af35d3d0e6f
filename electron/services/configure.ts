import type { EmployeeSettings, OfferSettings, StoreSettings, ZoneSettings } from '../../shared/contract/index.ts';
import { CallerError } from '../../shared/errors.ts';
import type { Context } from './context.ts';
import type { Secrets } from './secrets.ts';
import { isTimeZone } from './store-time.ts';

/** Name under which the manager's own changes are listed. */
const MANAGER = 'manager';

/** What the manager edits: zones, offers, employees, the store itself. */
export class Configuration {
  readonly #context: Context;
  readonly #secrets: Secrets;
  readonly #onZones: (zones: readonly ZoneSettings[]) => void;
  readonly #onStaff: (gone: string | null) => void;

  /** @param on what follows: new zones; a changed employee, with the id of one whose account was closed */
  constructor(
    context: Context,
    secrets: Secrets,
    on: { zones: (zones: readonly ZoneSettings[]) => void; staff: (gone: string | null) => void },
  ) {
    this.#context = context;
    this.#secrets = secrets;
    this.#onZones = on.zones;
    this.#onStaff = on.staff;
  }

  zones(): ZoneSettings[] {
    return this.#context.store.zones.list().map((listed) => listed.value);
  }

  saveZone(zone: ZoneSettings): void {
    this.#context.store.zones.save(zone, MANAGER, this.#context.clock.wall());
    this.#zonesChanged();
  }

  deleteZone(id: string): void {
    if (!this.#context.store.zones.remove(id)) throw new CallerError('no-such-zone', 'there is no such zone', 404);
    this.#zonesChanged();
  }

  saveOffer(offer: OfferSettings): void {
    const product = this.#context.store.products.get(offer.productId);
    if (product === undefined)
      throw new CallerError('no-such-product', 'the offer names a product that the catalogue does not have', 422);
    if (offer.priceCents > product.priceCents)
      throw new CallerError('offer-dearer', 'the offer costs more than the product itself', 422);
    this.#context.store.offers.save(offer, MANAGER, this.#context.clock.wall());
    this.#context.changed('kiosk');
  }

  deleteOffer(id: string): void {
    if (!this.#context.store.offers.remove(id)) throw new CallerError('no-such-offer', 'there is no such offer', 404);
    this.#context.changed('kiosk');
  }

  employees(): { value: EmployeeSettings; changed: { by: string; at: ReturnType<Context['clock']['wall']> } }[] {
    return this.#context.store.employees.list().map((e) => ({
      value: { id: e.id, code: e.code, name: e.name, manager: e.manager, active: e.active, pin: null },
      changed: { by: e.changedBy, at: e.changedAt },
    }));
  }

  async saveEmployee(employee: EmployeeSettings, by = MANAGER): Promise<void> {
    const { store, clock } = this.#context;
    // Hashed first: between the checks and the write nobody else may take the code.
    const newHash = employee.pin === null ? null : await this.#secrets.hash(employee.pin);
    const present = store.employees.get(employee.id);
    const sameCode = store.employees.byCode(employee.code);
    if (sameCode !== undefined && sameCode.id !== employee.id)
      throw new CallerError('code-taken', 'another employee has this code', 409);
    const pinHash = newHash ?? present?.pinHash;
    if (pinHash === undefined) throw new CallerError('pin-needed', 'a new employee needs a PIN', 422);
    const { badge } = employee;
    const badgeHash = badge === undefined || badge === '' ? null : this.#secrets.seal('badge', badge);
    const holder = badgeHash === null ? undefined : store.badges.employeeOf(badgeHash);
    if (holder !== undefined && holder !== employee.id)
      throw new CallerError('badge-taken', 'another employee has this badge', 409);
    store.transaction(() => {
      store.employees.save({ ...employee, pinHash }, by, clock.wall());
      if (badge !== undefined) store.badges.set(employee.id, badgeHash);
      // A new PIN or a closed account ends what was opened with the old one.
      if (newHash !== null || !employee.active) store.sessions.revoke(employee.id);
    });
    this.#onStaff(employee.active ? null : employee.id);
  }

  saveStore(settings: StoreSettings): void {
    if (!isTimeZone(settings.timeZone)) throw new CallerError('no-such-time-zone', 'this time zone does not exist', 422);
    this.#context.store.settings.write('store', settings, MANAGER, this.#context.clock.wall());
    this.#context.changed('kiosk', 'staff', 'manager');
  }

  #zonesChanged(): void {
    this.#onZones(this.zones());
    this.#context.changed('manager', 'kiosk', 'staff');
  }
}
