import { encodeSlip } from '../../devices/printer/encode.ts';
import type { Printer } from '../../devices/printer/printer.ts';
import type { Language, PrinterSettings, PrintResult, SlipWish } from '../../shared/contract/index.ts';
import { CallerError } from '../../shared/errors.ts';
import { trialSlip } from '../../shared/printing/layouts/trial.ts';
import type { Slip } from '../../shared/printing/slip.ts';
import { printerAt } from '../printing/printer.ts';
import { PrintQueue } from '../printing/queue.ts';
import { frameNow, type SlipSources, slipFor } from './slips.ts';

const none: PrinterSettings = { connection: { kind: 'none' }, codepage: 'auto', paperMm: 80, cut: true };

/** Slips on paper: the station writes them, so that no page can have anything else printed. */
export class Printing {
  readonly #sources: SlipSources;
  readonly #queue: PrintQueue;
  /** The printer of these settings, kept because it learns how it is spoken with. */
  #printer: { readonly key: string; readonly at: Printer | null } = { key: '', at: null };

  constructor(sources: SlipSources) {
    this.#sources = sources;
    this.#queue = new PrintQueue(sources.context.clock);
  }

  settings(): PrinterSettings {
    return this.#sources.context.store.settings.read('printer') ?? none;
  }

  save(settings: PrinterSettings, by: string): void {
    const { store, clock, changed } = this.#sources.context;
    store.settings.write('printer', settings, by, clock.wall());
    changed('kiosk');
  }

  /** @throws CallerError when the slip is none of this visit's */
  print(wish: SlipWish): Promise<PrintResult> {
    const slip = slipFor(this.#sources, wish);
    return this.#put(slip);
  }

  /** A trial slip, in the language of whoever asks. */
  trial(language: Language): Promise<PrintResult> {
    return this.#put(frameNow(this.#sources, language, trialSlip(language)));
  }

  /** The visit is over, or another person stands there: what was not printed never will be. */
  forget(): void {
    this.#queue.drop();
  }

  #printerOf({ connection }: PrinterSettings): Printer | null {
    const key = JSON.stringify(connection);
    if (key !== this.#printer.key) this.#printer = { key, at: printerAt(connection) };
    return this.#printer.at;
  }

  async #put(slip: Slip): Promise<PrintResult> {
    const settings = this.settings();
    const printer = this.#printerOf(settings);
    if (printer === null) throw new CallerError('no-printer', 'this kiosk has no printer', 409);
    const result = await this.#queue.add(printer, () => encodeSlip(slip, settings));
    if (result !== 'printed' && result !== 'sent') this.#sources.context.log.warn({ result }, 'a slip was not printed');
    return result;
  }
}
