import type { ServerResponse } from 'node:http';
import * as v from 'valibot';
import type { Clock } from '../../shared/clock.ts';
import { type StreamName, streams } from '../../shared/contract/index.ts';
import { seconds } from '../../shared/units.ts';

/** A page that stopped reading is cut off rather than buffered for. */
const MAX_BUFFERED_BYTES = 1_000_000;
const BEAT = seconds(5);

interface Client {
  readonly stream: StreamName;
  readonly response: ServerResponse;
  readonly build: () => unknown;
  sent: string;
}

/**
 * Server-Sent Events: each page gets whole snapshots, so a missed one never matters.
 * Changes in the same turn of the event loop become one push.
 */
export class EventStreams {
  readonly #clock: Clock;
  readonly #clients = new Set<Client>();
  readonly #dirty = new Set<StreamName>();
  #stopBeat: (() => void) | null = null;
  #sequence = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  start(): void {
    this.#stopBeat ??= this.#clock.every(BEAT, () => {
      for (const client of this.#clients) this.#write(client, 'event: beat\ndata: {}\n\n');
    });
  }

  stop(): void {
    this.#stopBeat?.();
    this.#stopBeat = null;
    for (const client of this.#clients) client.response.end();
    this.#clients.clear();
  }

  /** Takes over a response and keeps it fed until the page goes away. @param build makes the page's snapshot now */
  add(stream: StreamName, response: ServerResponse, build: () => unknown, onClose: () => void): void {
    const client: Client = { stream, response, build, sent: '' };
    response.on('error', () => response.destroy());
    response.on('close', () => {
      this.#clients.delete(client);
      onClose();
    });
    this.#clients.add(client);
    this.#push(client);
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
    for (const client of this.#clients) if (due.has(client.stream)) this.#push(client);
  }

  #push(client: Client): void {
    let snapshot: unknown;
    try {
      // Strict output: a field the contract does not name can never leave the station by accident.
      snapshot = v.parse(streams[client.stream], client.build());
    } catch (error) {
      client.response.destroy(error instanceof Error ? error : undefined);
      throw error;
    }
    const data = JSON.stringify(snapshot);
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
