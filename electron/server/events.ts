import type { ServerResponse } from 'node:http';
import * as v from 'valibot';
import type { Clock } from '../../shared/clock.ts';
import { type StreamName, streams } from '../../shared/contract/index.ts';
import { CallerError } from '../../shared/errors.ts';
import { seconds } from '../../shared/units.ts';

/** A page that stopped reading is cut off rather than buffered for. */
const MAX_BUFFERED_BYTES = 1_000_000;
const BEAT = seconds(5);

interface Client {
  readonly stream: StreamName;
  /** Whose view this is: pages with the same key show the same. */
  readonly key: string;
  readonly response: ServerResponse;
  readonly build: () => unknown;
  readonly allowed: () => boolean;
  sent: string;
}

/**
 * Server-Sent Events: each page gets whole snapshots, so a missed one never matters.
 * Changes in the same turn of the event loop become one push.
 */
export class EventStreams {
  readonly #clock: Clock;
  readonly #report: (error: unknown) => void;
  readonly #clients = new Set<Client>();
  readonly #dirty = new Set<StreamName>();
  #stopBeat: (() => void) | null = null;
  #sequence = 0;

  constructor(clock: Clock, report: (error: unknown) => void) {
    this.#clock = clock;
    this.#report = report;
  }

  start(): void {
    this.#stopBeat ??= this.#clock.every(BEAT, () => {
      for (const client of this.#clients) if (this.#admits(client)) this.#write(client, 'event: beat\ndata: {}\n\n');
    });
  }

  stop(): void {
    this.#stopBeat?.();
    this.#stopBeat = null;
    for (const client of this.#clients) client.response.end();
    this.#clients.clear();
  }

  /**
   * Takes over a response and keeps it fed until the page goes away.
   * @param key pages with the same key of a stream see the same, and their snapshot is made once
   * @param page `build` makes its snapshot now; `allowed` says whether it may still have one: who logged in may be logged out since
   */
  add(
    stream: StreamName,
    key: string,
    response: ServerResponse,
    page: { build: () => unknown; allowed: () => boolean },
    onClose: () => void,
  ): void {
    const client: Client = { stream, key: `${stream}:${key}`, response, ...page, sent: '' };
    response.on('error', () => response.destroy());
    response.on('close', () => {
      this.#clients.delete(client);
      onClose();
    });
    this.#clients.add(client);
    const data = this.#make(client);
    if (data !== null) this.#push(client, data);
  }

  /** Pages connected to a stream now. */
  count(stream: StreamName): number {
    let n = 0;
    for (const client of this.#clients) if (client.stream === stream) n += 1;
    return n;
  }

  /** Something a stream shows has changed. */
  changed(...names: StreamName[]): void {
    if (this.#dirty.size === 0) setImmediate(() => this.#flush());
    for (const name of names) this.#dirty.add(name);
  }

  #flush(): void {
    const due = new Set(this.#dirty);
    this.#dirty.clear();
    const made = new Map<string, string>();
    for (const client of this.#clients) {
      if (!due.has(client.stream) || !this.#admits(client)) continue;
      const data = made.get(client.key) ?? this.#make(client);
      if (data === null) continue;
      made.set(client.key, data);
      this.#push(client, data);
    }
  }

  /** Whether a page may still be fed; one that may not is cut off. */
  #admits(client: Client): boolean {
    if (client.allowed()) return true;
    client.response.destroy();
    return false;
  }

  /** The snapshot of a page as JSON; null when it may not have one any more, and then it is cut off. */
  #make(client: Client): string | null {
    try {
      // Strict output: a field the contract does not name can never leave the station by accident.
      return JSON.stringify(v.parse(streams[client.stream], client.build()));
    } catch (error) {
      client.response.destroy();
      if (!(error instanceof CallerError)) this.#report(error);
      return null;
    }
  }

  #push(client: Client, data: string): void {
    if (data === client.sent) return;
    client.sent = data;
    this.#sequence += 1;
    this.#write(client, `id: ${this.#sequence}\nevent: snapshot\ndata: ${data}\n\n`);
  }

  #write(client: Client, text: string): void {
    if (client.response.writableLength > MAX_BUFFERED_BYTES) client.response.destroy();
    else client.response.write(text);
  }
}
