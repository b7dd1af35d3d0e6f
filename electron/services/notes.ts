import { noteDays, type ShopperNote } from '../../shared/contract/index.ts';
import { CallerError } from '../../shared/errors.ts';
import { epochMs, minutes } from '../../shared/units.ts';
import type { Context } from './context.ts';
import type { KioskService } from './kiosk.ts';

const DAY_MS = 86_400_000;
const SWEEP_EVERY = minutes(60);

/** What shoppers write when nobody comes: for the team's eyes, and erased after the days that the screen promises. */
export class Notes {
  readonly #context: Context;
  readonly #kiosk: KioskService;
  #cancel: (() => void) | null = null;

  constructor(context: Context, kiosk: KioskService) {
    this.#context = context;
    this.#kiosk = kiosk;
  }

  start(): void {
    this.#cancel ??= this.#context.clock.every(SWEEP_EVERY, () => this.sweep());
    this.sweep();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  /** @throws CallerError `no-call`: a note belongs to a call of the visit going on */
  leave({ text, contact }: Pick<ShopperNote, 'text' | 'contact'>): void {
    const { store, clock, newId } = this.#context;
    const visit = this.#kiosk.visit();
    if (visit.call === null) throw new CallerError('no-call', 'nobody was called in this visit', 409);
    const place = store.zones.list().find(({ value }) => value.purpose === 'greet')?.value.name ?? '';
    const note = { id: newId(), writtenAt: clock.wall(), place, language: visit.language, text, contact };
    store.transaction(() => {
      store.notes.remove(visit.id);
      store.notes.add(note, visit.id, visit.call as string);
    });
    this.#changed();
  }

  /** The shopper takes it back. */
  remove(): void {
    const { store } = this.#context;
    if (store.notes.remove(this.#kiosk.visit().id) > 0) store.scrub();
    this.#changed();
  }

  /** @throws CallerError `no-such-note` */
  settle(id: string, by: string | null): void {
    const { store, clock } = this.#context;
    if (!store.notes.settle(id, by, clock.wall())) throw new CallerError('no-such-note', 'there is no such note', 404);
    this.#changed();
  }

  /** Erases what is older than promised. */
  sweep(): void {
    const { store, clock } = this.#context;
    if (store.notes.removeBefore(epochMs(clock.wall() - noteDays * DAY_MS)) === 0) return;
    store.scrub();
    this.#changed();
  }

  #changed(): void {
    this.#context.changed('kiosk', 'staff', 'manager');
  }
}
