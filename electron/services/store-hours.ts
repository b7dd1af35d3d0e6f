import type { Clock } from '../../shared/clock.ts';
import type { StoreSettings } from '../../shared/contract/index.ts';
import type { SettingStore } from '../store/settings.ts';
import { type LocalMoment, localMoment } from './store-time.ts';

/** What a store is before its manager has said anything. */
export const newStore: StoreSettings = {
  name: 'Prévenance',
  phone: '',
  timeZone: 'Europe/Paris',
  cameraOffered: false,
  week: [...Array.from({ length: 6 }, () => ({ opens: '09:00', closes: '19:00' })), null],
};

/** The store's name, calendar and hours, as its manager set them. */
export class StoreHours {
  readonly #clock: Clock;
  readonly #settings: SettingStore;

  constructor(clock: Clock, settings: SettingStore) {
    this.#clock = clock;
    this.#settings = settings;
  }

  settings(): StoreSettings {
    return this.#settings.read('store') ?? newStore;
  }

  now(): LocalMoment {
    return localMoment(this.#clock.wall(), this.settings().timeZone);
  }

  /** Today in the store, `YYYY-MM-DD`. */
  date(): string {
    return this.now().date;
  }

  /** Whether the store is open at this moment. */
  isOpen(): boolean {
    const today = this.today();
    const { time } = this.now();
    return today !== null && time >= today.opens && time < today.closes;
  }

  today(): StoreSettings['week'][number] {
    return this.settings().week[this.now().weekday] ?? null;
  }
}
