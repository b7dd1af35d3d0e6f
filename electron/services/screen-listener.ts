import type { Clock } from '../../shared/clock.ts';
import { type EnrolmentPolicy, EnrolmentSearch } from '../../shared/identity/enrolment.ts';
import { type Dbm, elapsed, type Millis, type MonoMs, millis } from '../../shared/units.ts';

const LOOK_EVERY = millis(250);

/** Takes what is heard near the screen. */
export type Hear = (id: string, rssi: Dbm, at: MonoMs) => void;

export interface ListenFor {
  readonly policy: EnrolmentPolicy;
  /** Begins to hear; returns what ends it. */
  readonly hearing: (hear: Hear) => () => void;
  readonly found: (id: string) => void;
  /** Patience is over. @param several more than one competed at the end */
  readonly gaveUp: (several: boolean) => void;
  /** Something the screen shows may have changed. */
  readonly looked: () => void;
}

/** Listens for the one beacon held against the screen. Whatever else it hears is forgotten with it. */
export class ScreenListener {
  readonly #clock: Clock;
  #now: { readonly since: MonoMs; readonly patience: Millis; readonly stop: () => void } | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** How long it goes on listening; null when it does not listen. */
  get remaining(): Millis | null {
    if (this.#now === null) return null;
    return millis(Math.max(0, this.#now.patience - elapsed(this.#now.since, this.#clock.mono())));
  }

  start({ policy, hearing, found, gaveUp, looked }: ListenFor): void {
    this.stop();
    const search = new EnrolmentSearch(policy);
    const deaf = hearing((id, rssi, at) => search.hear(id, rssi, at));
    const look = () => {
      const finding = search.find(this.#clock.mono());
      if (finding.kind === 'found') {
        this.stop();
        found(finding.beacon);
      } else if (this.remaining === 0) {
        this.stop();
        gaveUp(finding.kind === 'several');
      }
      looked();
    };
    const still = this.#clock.every(LOOK_EVERY, look);
    this.#now = {
      since: this.#clock.mono(),
      patience: policy.patience,
      stop: () => {
        still();
        deaf();
      },
    };
  }

  stop(): void {
    this.#now?.stop();
    this.#now = null;
  }
}
