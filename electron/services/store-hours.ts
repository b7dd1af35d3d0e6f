import type { Clock } from '../../shared/clock.ts';
import type { Opening, SpecialDay, StoreSettings } from '../../shared/contract/index.ts';
import { type DayHours, openingAt } from '../../shared/opening/opening.ts';
import type { Store } from '../store/index.ts';
import { daysBefore, type LocalMoment, localMoment, weekdayOf } from './store-time.ts';

/** What a store is before its manager has said anything. */
export const newStore: StoreSettings = {
  name: 'Prévenance',
  phone: '',
  timeZone: 'Europe/Paris',
  cameraOffered: false,
  week: [...Array.from({ length: 6 }, () => ({ opens: '09:00', closes: '19:00' })), null],
};

/** How far ahead the next opening is looked for. */
const DAYS_AHEAD = 30;

/** The store's name, calendar and hours, as its manager set them. */
export class StoreHours {
  readonly #clock: Clock;
  readonly #store: Pick<Store, 'settings' | 'specialDays'>;

  constructor(clock: Clock, store: Pick<Store, 'settings' | 'specialDays'>) {
    this.#clock = clock;
    this.#store = store;
  }

  settings(): StoreSettings {
    return this.#store.settings.read('store') ?? newStore;
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
    return this.opening().kind === 'open';
  }

  /** What the store says of its hours now. */
  opening(): Opening {
    return openingAt(this.now().time, this.days(DAYS_AHEAD + 1));
  }

  /** Today and the days after it as the store keeps them, special days included. */
  days(count: number): { readonly date: string; readonly hours: DayHours }[] {
    const { date } = this.now();
    const { week } = this.settings();
    const special = new Map<string, DayHours>(this.#store.specialDays.from(date).map((day) => [day.date, day.hours]));
    return Array.from({ length: count }, (_, n) => {
      const day = daysBefore(date, -n);
      const set = special.get(day);
      return { date: day, hours: set === undefined ? (week[weekdayOf(day)] ?? null) : set };
    });
  }

  /** Days that do not follow the week, from today on. */
  specialDays(): SpecialDay[] {
    return this.#store.specialDays.from(this.date());
  }

  saveSpecialDays(days: readonly SpecialDay[]): void {
    this.#store.specialDays.save(days);
  }
}
