/** What costs least comes out first. */
export class Heap<T> {
  readonly #entries: { readonly cost: number; readonly value: T }[] = [];

  push(cost: number, value: T): void {
    const entries = this.#entries;
    let at = entries.push({ cost, value }) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (entries[parent]!.cost <= cost) break;
      entries[at] = entries[parent]!;
      at = parent;
    }
    entries[at] = { cost, value };
  }

  pop(): T | undefined {
    const entries = this.#entries;
    const least = entries[0];
    const last = entries.pop();
    if (least === undefined || last === undefined || entries.length === 0) return least?.value;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= entries.length) break;
      if (child + 1 < entries.length && entries[child + 1]!.cost < entries[child]!.cost) child += 1;
      if (entries[child]!.cost >= last.cost) break;
      entries[at] = entries[child]!;
      at = child;
    }
    entries[at] = last;
    return least.value;
  }
}
