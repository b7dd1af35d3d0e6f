import type { PrintResult } from '../../shared/contract/index.ts';
import { nearAddress } from './near.ts';
import type { Printer } from './printer.ts';
import { askDone, askStatus, isRealTime, throwAway, troubleIn, worst } from './status.ts';
import { Wire } from './wire.ts';

const CONNECT_MS = 2_000;
/** A printer that speaks of itself answers a real-time question within milliseconds; slow serial adapters take some more. */
const ANSWER_MS = 600;
/** How often a printer that works on a slip is asked whether it still can. */
const WATCH_MS = 500;
/** Time for a printer to throw its buffer away before the line is cut. */
const CLEAR_MS = 200;
/** How long a printer that says nothing may take to read a slip and hang up: four times the longest slip over 9 600 baud. */
const MUTE_MS = 6_000;

/** How a printer answered three questions about itself. */
interface Standing {
  /** It answers at all; many do not. */
  readonly speaks: boolean;
  readonly trouble: PrintResult | null;
  /** It says that everything sent so far is printed. */
  readonly done: boolean;
}

/** A printer on the store's network, and nowhere else, that takes ESC/POS on a plain TCP port. */
export class NetworkPrinter implements Printer {
  readonly #address: { readonly host: string; readonly port: number };
  /** It has answered before: when it no longer does, it reads nothing either, and a slip would come out whenever it wakes up. */
  #speaks = false;

  constructor(address: { readonly host: string; readonly port: number }) {
    this.#address = address;
  }

  async look(signal: AbortSignal): Promise<PrintResult> {
    const wire = await this.#reach(signal);
    if (typeof wire === 'string') return wire;
    const { speaks, trouble } = await ask(wire);
    wire.drop();
    this.#speaks ||= speaks;
    return trouble ?? (speaks ? 'printed' : 'sent');
  }

  async print(job: Uint8Array, signal: AbortSignal): Promise<PrintResult> {
    const wire = await this.#reach(signal);
    if (typeof wire === 'string') return signal.aborted ? 'stopped' : wire;
    try {
      const result = await this.#attempt(wire, job);
      if (result === 'printed') wire.hangUp();
      return signal.aborted ? 'stopped' : result;
    } finally {
      wire.drop();
    }
  }

  async #reach(signal: AbortSignal): Promise<Wire | PrintResult> {
    const { host, port } = this.#address;
    const found = await nearAddress(host, AbortSignal.any([signal, AbortSignal.timeout(CONNECT_MS)]));
    if (typeof found === 'string') return found === 'far' ? 'not-here' : 'unreachable';
    return (await Wire.open({ host: found.address, port }, CONNECT_MS, signal)) ?? 'unreachable';
  }

  async #attempt(wire: Wire, job: Uint8Array): Promise<PrintResult> {
    const { speaks, trouble } = await ask(wire);
    if (trouble !== null) return trouble;
    if (wire.over || (this.#speaks && !speaks)) return 'no-answer';
    this.#speaks = speaks;
    wire.write(job);
    if (speaks) return watch(wire);
    return (await wire.finish(MUTE_MS)) ? 'sent' : 'no-answer';
  }
}

async function ask(wire: Wire): Promise<Standing> {
  const troubles: (PrintResult | null)[] = [];
  for (const [n, question] of askStatus.entries()) {
    wire.write(question);
    const byte = await wire.answer(ANSWER_MS);
    if (byte === null) break;
    if (!isRealTime(byte)) return { speaks: true, trouble: null, done: true };
    troubles.push(troubleIn(n, byte));
  }
  return { speaks: troubles.length > 0, trouble: worst(troubles), done: false };
}

/** Waits until a printer that speaks has printed all of it. One that cannot go on throws the rest away: it must not come out for the next. */
async function watch(wire: Wire): Promise<PrintResult> {
  wire.write(askDone);
  while (!wire.over) {
    const byte = await wire.answer(WATCH_MS);
    if (byte !== null && !isRealTime(byte)) return 'printed';
    const { done, trouble } = await ask(wire);
    if (done) return 'printed';
    if (trouble === null) continue;
    wire.write(throwAway);
    await wire.answer(CLEAR_MS);
    return trouble;
  }
  return 'no-answer';
}
