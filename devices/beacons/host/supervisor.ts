import * as v from 'valibot';
import type { Clock } from '../../../shared/clock.ts';
import type { RadioStatus } from '../../../shared/contract/index.ts';
import { elapsed, type Millis, type MonoMs, minutes, monoMs, seconds } from '../../../shared/units.ts';
import type { Advertisement, AdvertisementSource } from '../advertisement.ts';
import { hex } from '../hex.ts';
import { type Ladder, restartLadder, rung, silenceLadder } from './ladder.ts';
import { type HostEvents, type HostProcess, type LaunchHost, spawnHost } from './launch.ts';
import { Meter } from './meter.ts';
import { HostMessage } from './protocol.ts';
import { adaptersSeen } from './sysfs.ts';
import { unpack } from './wire.ts';

export interface RadioHostOptions {
  readonly clock: Clock;
  /** A number in [0, 1) per call; spreads the restarts of many kiosks. */
  readonly jitter: () => number;
  /** Name of this radio among the receivers. */
  readonly receiver: string;
  readonly launch?: LaunchHost;
  readonly restart?: Ladder;
  /** How long nothing may be heard before the host is replaced, longer each time in a row. */
  readonly silence?: Ladder;
  /** A host this old is replaced. */
  readonly maxAge?: Millis;
  /** What the system shows of adapters; when it changes while there is no radio, the next try comes at once. */
  readonly adapters?: () => string;
}

/** A host that has said nothing at all by then never will, even on a busy machine. */
const birthPatience = seconds(60);
/** A host that runs but neither listens nor says why by then has no adapter that answers. */
const startPatience = seconds(10);
/** Without a beat for this long its event loop hangs. */
const beatPatience = seconds(5);
/**
 * A host that uses this share of a core for so many beats in a row and hears nothing spins in the driver: a whole core on a quiet machine,
 * less on a busy one; a sound host that hears nothing needs a hundredth.
 */
const spinLoad = 0.25;
const spinBeats = 5;
/** Listening for this long without a fault, it is well again and the ladder starts from the bottom. */
const steady = seconds(15);
const second = seconds(1);

interface Trouble {
  readonly state: 'starting' | 'unavailable';
  readonly reason: string;
  readonly detail: string;
}

/** One life of the host process. */
interface Life {
  readonly process: HostProcess;
  readonly started: MonoMs;
  readonly silenceLimit: Millis;
  /** First word of the process, and its latest. */
  born: MonoMs | null;
  beat: MonoMs;
  listening: MonoMs | null;
  heard: boolean;
  /** Beats in a row in which it worked hard and heard nothing. */
  idleWork: number;
}

/** The kiosk's own radio: keeps a radio host process alive and passes on what it hears. Whatever happens to it, the station goes on. */
export class RadioHostSource implements AdvertisementSource {
  readonly #options: Required<RadioHostOptions>;
  #deliver: (advertisement: Advertisement) => void = () => {};
  #report: (status: RadioStatus) => void = () => {};
  #running = false;
  #life: Life | null = null;
  #ended: (() => void) | null = null;
  #trouble: Trouble | null = null;
  #meter = new Meter();
  #failures = 0;
  #silences = 0;
  #restarts = 0;
  #cancelRetry = () => {};
  #cancelTick = () => {};
  /** What the system showed when this try failed. */
  #adapters = '';

  constructor(options: RadioHostOptions) {
    this.#options = {
      launch: spawnHost(),
      restart: restartLadder,
      silence: silenceLadder,
      maxAge: minutes(24 * 60),
      adapters: adaptersSeen,
      ...options,
    };
  }

  async start(deliver: (advertisement: Advertisement) => void, report: (status: RadioStatus) => void): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    this.#deliver = deliver;
    this.#report = report;
    this.#cancelTick = this.#options.clock.every(second, () => this.#tick());
    this.#launch();
  }

  async stop(): Promise<void> {
    if (!this.#running) return;
    this.#running = false;
    this.#cancelTick();
    this.#cancelRetry();
    const life = this.#life;
    if (life !== null) {
      await new Promise<void>((resolve) => {
        const cancel = this.#options.clock.after(second, () => {
          life.process.kill();
          resolve();
        });
        this.#ended = () => {
          cancel();
          resolve();
        };
        life.process.end();
      });
    }
    this.#life = null;
    this.#ended = null;
    this.#trouble = null;
    this.#report(this.#status());
  }

  #launch(): void {
    const { clock, launch, silence, jitter } = this.#options;
    const started = clock.mono();
    let life: Life | null = null;
    const events: HostEvents = {
      message: (message) => {
        if (life !== null && this.#life === life && this.#running) this.#hear(life, message);
      },
      exit: ({ code, signal, words }) => {
        if (life === null || this.#life !== life) return;
        if (!this.#running) {
          this.#ended?.();
          return;
        }
        this.#life = null;
        const how = signal === null ? `with code ${code}` : `by ${signal}`;
        this.#fail('crashed', `The radio host ended ${how}${words === '' ? '' : `: ${words}`}.`);
      },
    };
    try {
      const process = launch(events);
      life = {
        process,
        started,
        silenceLimit: rung(silence, this.#silences, jitter()),
        born: null,
        beat: started,
        listening: null,
        heard: false,
        idleWork: 0,
      };
      this.#life = life;
      this.#report(this.#status());
    } catch (error) {
      this.#fail('crashed', `The radio host could not be started: ${error instanceof Error ? error.message : String(error)}.`);
    }
  }

  #hear(life: Life, raw: unknown): void {
    const parsed = v.safeParse(HostMessage, raw);
    if (!parsed.success) {
      this.#fail('bad-message', 'The radio host said something that is not in the protocol.');
      return;
    }
    const message = parsed.output;
    const now = this.#options.clock.mono();
    life.beat = now;
    life.born ??= now;
    if (message.kind === 'unavailable') this.#fail(message.reason, message.detail, true);
    else if (message.kind === 'beat') this.#feel(life, message.load);
    else if (message.kind === 'listening') this.#listens(life, now);
    else if (message.kind === 'heard') {
      this.#listens(life, now);
      life.heard = true;
      life.idleWork = 0;
      this.#silences = 0;
      const whole = unpack(message.packed, ({ address, rssi, waited, data }) => {
        const at = monoMs(now - waited);
        this.#meter.heard(at);
        this.#deliver({ receiver: this.#options.receiver, address: hex(address), rssi, data, at });
      });
      if (!whole && this.#life === life) this.#fail('bad-message', 'The radio host sent a damaged batch.');
    }
  }

  #feel(life: Life, load: number): void {
    life.idleWork = load >= spinLoad && life.listening !== null ? life.idleWork + 1 : 0;
    if (life.idleWork >= spinBeats) this.#fail('spinning', 'The Bluetooth driver worked hard and heard nothing.');
  }

  #listens(life: Life, now: MonoMs): void {
    if (life.listening !== null) return;
    life.listening = now;
    this.#trouble = null;
    this.#report(this.#status());
  }

  #tick(): void {
    this.#meter.tick();
    const life = this.#life;
    if (life !== null) this.#check(life, this.#options.clock.mono());
    else if (this.#options.adapters() !== this.#adapters) {
      this.#failures = 0;
      this.#retry();
    }
    this.#report(this.#status());
  }

  #check(life: Life, now: MonoMs): void {
    if (life.born === null) {
      if (elapsed(life.started, now) > birthPatience) this.#fail('not-answering', 'The radio host did not start.');
    } else if (elapsed(life.beat, now) > beatPatience) {
      this.#fail('not-answering', 'The radio host stopped answering.');
    } else if (life.listening === null && elapsed(life.born, now) > startPatience) {
      this.#fail('no-adapter', 'The Bluetooth adapter does not answer; unplug it and plug it in again.', true);
    } else if (this.#quietFor(life, now) > life.silenceLimit) {
      this.#silences++;
      this.#recycle(life);
    } else if (elapsed(life.started, now) > this.#options.maxAge) this.#recycle(life);
    else if (life.listening !== null && elapsed(life.listening, now) > steady) this.#failures = 0;
  }

  /** How long a listening host has heard nothing. */
  #quietFor(life: Life, now: MonoMs): number {
    if (life.listening === null) return 0;
    return elapsed(life.heard && this.#meter.last !== null ? this.#meter.last : life.listening, now);
  }

  /** Replaces a host that has done nothing wrong. */
  #recycle(life: Life): void {
    this.#life = null;
    life.process.kill();
    this.#restarts++;
    this.#launch();
  }

  /** Ends this life, if any, and tries again later. `known`: the cause is established, not just a crash that may pass. */
  #fail(reason: string, detail: string, known = false): void {
    const { clock, restart, jitter } = this.#options;
    const ended = this.#life;
    this.#life = null;
    ended?.process.kill();
    this.#cancelRetry();
    const lasting = known || this.#failures >= restart.length - 1;
    this.#trouble = { state: lasting ? 'unavailable' : 'starting', reason, detail };
    const wait = rung(restart, this.#failures, jitter());
    this.#failures++;
    this.#adapters = this.#options.adapters();
    this.#cancelRetry = clock.after(wait, () => this.#retry());
    this.#report(this.#status());
  }

  #retry(): void {
    this.#cancelRetry();
    this.#restarts++;
    this.#launch();
  }

  #status(): RadioStatus {
    const now = this.#options.clock.mono();
    const last = this.#meter.last;
    const figures = {
      advertisementsPerSecond: this.#meter.perSecond,
      lastAdvertisementAgeMs: last === null ? null : Math.max(0, elapsed(last, now)),
      restarts: this.#restarts,
    };
    if (!this.#running)
      return { state: 'off', reason: null, detail: 'The radio is switched off.', ...figures, advertisementsPerSecond: 0 };
    if (this.#trouble !== null) return { ...this.#trouble, ...figures, advertisementsPerSecond: 0 };
    const life = this.#life;
    if (life?.listening == null) return { state: 'starting', reason: null, detail: 'The radio is starting.', ...figures };
    const quiet = this.#silences > 0 || this.#quietFor(life, now) > this.#options.silence[0];
    if (quiet) return { state: 'silent', reason: 'silent', detail: 'The radio listens and hears nothing at all.', ...figures };
    return { state: 'listening', reason: null, detail: 'The radio is listening.', ...figures };
  }
}
