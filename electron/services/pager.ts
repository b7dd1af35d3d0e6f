import { type Failed, failed, type Lamp, type Page, type PagerChannel, type Sent } from '../../devices/pager/channel.ts';
import { type Call, type CallEffect, isWaiting } from '../../shared/assistance/call.ts';
import { waited } from '../../shared/assistance/view.ts';
import { type Millis, millis, seconds } from '../../shared/units.ts';
import type { PageKey } from '../store/pages.ts';
import type { CallService } from './calls.ts';
import { type Context, moment } from './context.ts';
import type { PagerChannels, Usable } from './pager-channels.ts';

/** A channel that has not answered by then has failed as far as the shopper is concerned; the next one is used. */
const ATTEMPT = seconds(3);
/** Rounds over all channels while none takes the page; then only the next escalation pages again. */
const ROUNDS = 6;
/** A test switches a light on: it goes off by itself. */
const TEST_LIGHT = seconds(5);

/** Wait before a round, milliseconds: 1, 2, 4, 8, 16 s, shortened by up to a half so that many stations do not knock in step. */
export const backoff = (round: number, random: number): Millis => millis(1000 * 2 ** (round - 1) * (1 - random / 2));

interface Job {
  readonly key: PageKey;
  readonly stop: AbortController;
  done: Promise<void>;
}

export interface PagerParts {
  readonly calls: Pick<CallService, 'get' | 'open'>;
  readonly channels: Pick<PagerChannels, 'inOrder' | 'one' | 'report'>;
  readonly place: (call: Call) => string;
  readonly link: (callId: string) => string;
  /** A number in [0, 1) per call. */
  readonly random: () => number;
  readonly report: (error: unknown) => void;
}

/**
 * Reaches people when no device showed a call in time: through the first channel in the manager's order, and through the next one as soon
 * as one fails. A page is on disk before it is sent and once only, whatever restarts; nothing is paged after somebody claimed the call.
 * One job a call, so that there are never more than open calls.
 */
export class Pager {
  readonly #context: Context;
  readonly #parts: PagerParts;
  readonly #jobs = new Map<string, Job>();

  constructor(context: Context, parts: PagerParts) {
    this.#context = context;
    this.#parts = parts;
  }

  /** Sends what was due when the station stopped, and switches off what nobody switched off. After the calls have started. */
  start(): void {
    const latest = new Map(this.#context.store.pages.unfinished().map((page) => [page.callId, page]));
    for (const page of latest.values()) {
      if (!this.#waits(page)) this.#run(page, (signal) => this.#switchOff(page, signal));
      else if (page.state === 'due') this.#run(page, (signal) => this.#page(page, signal));
    }
  }

  async stop(): Promise<void> {
    const jobs = [...this.#jobs.values()];
    for (const { stop } of jobs) stop.abort();
    await Promise.all(jobs.map(({ done }) => done));
  }

  onCallEffect(call: Call, effect: CallEffect): void {
    if (effect.kind === 'page') {
      const key: PageKey = { callId: call.id, epoch: effect.epoch, level: effect.level };
      if (this.#parts.channels.inOrder().length === 0) return;
      if (this.#isNew(key)) this.#run(key, (signal) => this.#page(key, signal));
    }
    if (effect.kind === 'claimed' || effect.kind === 'closed') {
      const pages = this.#context.store.pages.unfinished().filter(({ callId }) => callId === call.id);
      const last = pages.at(-1);
      if (last !== undefined) this.#run(last, (signal) => this.#switchOff(last, signal));
    }
  }

  /** Sends a test through one channel; the answer is what really became of it. */
  test(id: string): Promise<Sent | Failed> {
    const usable = this.#parts.channels.one(id);
    const page: Page = {
      kind: 'test',
      callId: this.#context.newId(),
      epoch: 1,
      level: 'available',
      place: this.#context.store.settings.read('store')?.name ?? 'Prévenance',
      reasons: ['asked'],
      language: 'fr',
      waited: millis(0),
      link: this.#parts.link(''),
    };
    return new Promise((resolve) =>
      this.#run(page, async (signal) => {
        const result = await this.#attempt(usable, (channel, limit) => channel.send(page, limit), signal);
        resolve(result);
        const lamp = 'ok' in usable.channel ? null : usable.channel.lamp;
        if (lamp === null || !result.ok) return;
        await this.#pause(TEST_LIGHT, signal);
        if (!signal.aborted && this.#lit(lamp, page).length === 0)
          await this.#attempt(usable, (_, limit) => lamp.clear(page, limit), signal);
      }),
    );
  }

  /** Notes a page, so that it is sent once. On a disk that fails it is sent all the same: twice is better than never. */
  #isNew(key: PageKey): boolean {
    try {
      return this.#context.store.pages.due(key, this.#context.clock.wall());
    } catch (error) {
      this.#parts.report(error);
      return true;
    }
  }

  /** Puts a job in the place of the call's earlier one, after that has ended: what is sent last must arrive last. */
  #run(key: PageKey, work: (signal: AbortSignal) => Promise<void>): void {
    const before = this.#jobs.get(key.callId);
    before?.stop.abort();
    const job: Job = { key, stop: new AbortController(), done: Promise.resolve() };
    job.done = (before?.done ?? Promise.resolve())
      .then(() => (job.stop.signal.aborted ? undefined : work(job.stop.signal)))
      .catch((error: unknown) => this.#parts.report(error))
      .finally(() => {
        if (this.#jobs.get(key.callId) === job) this.#jobs.delete(key.callId);
      });
    this.#jobs.set(key.callId, job);
  }

  async #page(key: PageKey, signal: AbortSignal): Promise<void> {
    for (let round = 0; round < ROUNDS; round++) {
      if (round > 0) await this.#pause(backoff(round, this.#parts.random()), signal);
      for (const usable of this.#parts.channels.inOrder()) {
        const page = this.#pageOf(key);
        if (signal.aborted || page === null) return;
        const result = await this.#attempt(usable, (channel, limit) => channel.send(page, limit), signal);
        if (signal.aborted) return;
        if (result.ok) return this.#context.store.pages.sent(key, usable.id);
      }
    }
    this.#context.log.warn({ call: key.callId }, 'no pager channel took a page; the next escalation tries again');
  }

  /** One attempt through one channel, within its time, with what became of it noted. */
  async #attempt(
    { id, channel }: Usable,
    use: (channel: PagerChannel, signal: AbortSignal) => Promise<Sent | Failed>,
    signal: AbortSignal,
  ): Promise<Sent | Failed> {
    const late = new AbortController();
    const cancel = this.#context.clock.after(ATTEMPT, () => late.abort());
    try {
      const result = 'ok' in channel ? channel : await use(channel, AbortSignal.any([signal, late.signal]));
      // One that was called back says nothing about the channel.
      if (!signal.aborted || result.ok) this.#parts.channels.report(id, result);
      return result;
    } catch (error) {
      this.#parts.report(error);
      const result = failed('internal', 'the station made a mistake; it has been written to its log');
      this.#parts.channels.report(id, result);
      return result;
    } finally {
      cancel();
    }
  }

  /** Somebody took the call, or it is over: whatever it switched on goes off, unless another call keeps it on. */
  async #switchOff(key: PageKey, signal: AbortSignal): Promise<void> {
    for (const usable of this.#parts.channels.inOrder()) {
      const { channel } = usable;
      const page = this.#compose(key);
      if ('ok' in channel || channel.lamp === null || page === null) continue;
      const { lamp } = channel;
      for (let round = 0; round < ROUNDS && !signal.aborted; round++) {
        if (round > 0) await this.#pause(backoff(round, this.#parts.random()), signal);
        if (signal.aborted || this.#lit(lamp, page).length > 0) break;
        const result = await this.#attempt(usable, (_, limit) => lamp.clear(page, limit), signal);
        if (result.ok) break;
      }
      // A page of another call may have crossed the message that switched its light off.
      const [other] = this.#lit(lamp, page);
      if (other !== undefined && !signal.aborted) await this.#attempt(usable, (_, limit) => channel.send(other, limit), signal);
    }
    if (!signal.aborted) this.#context.store.pages.over(key.callId);
  }

  /** Pages of other calls that still wait and need the same light. */
  #lit(lamp: Lamp, page: Page): Page[] {
    return this.#context.store.pages
      .unfinished()
      .filter(({ callId }) => callId !== page.callId)
      .map((key) => this.#pageOf(key))
      .filter((other) => other !== null && lamp.of(other) === lamp.of(page)) as Page[];
  }

  #waits({ callId, epoch }: PageKey): boolean {
    const record = this.#parts.calls.get(callId);
    return record !== undefined && isWaiting(record.call) && record.call.epoch === epoch;
  }

  #pageOf(key: PageKey): Page | null {
    return this.#waits(key) ? this.#compose(key) : null;
  }

  #compose({ callId, epoch, level }: PageKey): Page | null {
    const call = this.#parts.calls.get(callId)?.call;
    if (call === undefined) return null;
    return {
      kind: 'call',
      callId,
      epoch,
      level,
      place: this.#parts.place(call),
      reasons: call.reasons,
      language: call.language,
      waited: waited(call, moment(this.#context.clock)),
      link: this.#parts.link(callId),
    };
  }

  #pause(wait: Millis, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const cancel = this.#context.clock.after(wait, resolve);
      const called = () => {
        cancel();
        resolve();
      };
      signal.addEventListener('abort', called, { once: true });
    });
  }
}
