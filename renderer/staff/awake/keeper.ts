/** `held`: the screen stays on. `let-go`: it may turn off. `absent`: this browser, or this address, cannot keep it on. */
export type Awake = 'held' | 'let-go' | 'absent';

/** A lock the browser gave, as the Screen Wake Lock API has it. */
export interface Sentinel {
  release(): Promise<void>;
  addEventListener(type: 'release', listener: () => void): void;
}

/** Keeps the screen on while it is wanted. Browsers take the lock away whenever the page is hidden. */
export class WakeKeeper {
  readonly #request: (() => Promise<Sentinel>) | null;
  readonly #changed: (awake: Awake) => void;
  #wanted = false;
  #asking = false;
  #held: Sentinel | null = null;

  /** @param request asks the browser for a lock; null where it has none to give */
  constructor(request: (() => Promise<Sentinel>) | null, changed: (awake: Awake) => void) {
    this.#request = request;
    this.#changed = changed;
  }

  get state(): Awake {
    if (this.#request === null) return 'absent';
    return this.#held === null ? 'let-go' : 'held';
  }

  want(wanted: boolean): void {
    this.#wanted = wanted;
    if (wanted) void this.refresh();
    else void this.#held?.release();
  }

  /** Asks again if the lock was lost; call it when the page comes back into view, and on a touch: some browsers want one. */
  async refresh(): Promise<void> {
    if (!this.#wanted || this.#asking || this.#held !== null || this.#request === null) return;
    this.#asking = true;
    try {
      const lock = await this.#request();
      this.#held = lock;
      lock.addEventListener('release', () => {
        this.#held = null;
        this.#changed(this.state);
      });
      if (!this.#wanted) await lock.release();
    } catch {
      // Refused while hidden or to save the battery: said in words, and asked again.
    } finally {
      this.#asking = false;
    }
    this.#changed(this.state);
  }
}
