/** What has been opened and started, to be ended in the opposite order. */
export class Stops {
  readonly #steps: (() => unknown)[] = [];

  /** Each of these runs before all that were added earlier. */
  add(...steps: (() => unknown)[]): void {
    this.#steps.push(...steps);
  }

  /** Ends everything, one after the other. Harmless a second time. */
  async run(): Promise<void> {
    for (const step of this.#steps.splice(0).reverse()) await step();
  }
}
