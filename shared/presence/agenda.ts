/** Something that wants to be woken. `place` belongs to the agenda; -1 while not on it. */
export interface Appointment {
  due: number;
  place: number;
}

/** Appointments by due time (a binary heap that can move an entry in place, so nothing stale ever piles up). */
export class Agenda<T extends Appointment> {
  readonly #heap: T[] = [];

  get next(): T | undefined {
    return this.#heap[0];
  }

  /** Puts `item` on the agenda, or moves it. An infinite due time takes it off. */
  set(item: T, due: number): void {
    if (due === Number.POSITIVE_INFINITY) {
      this.delete(item);
      return;
    }
    const earlier = item.place < 0 || due < item.due;
    if (item.place >= 0 && due === item.due) return;
    item.due = due;
    if (item.place < 0) {
      item.place = this.#heap.length;
      this.#heap.push(item);
    }
    if (earlier) this.#up(item);
    else this.#down(item);
  }

  delete(item: T): void {
    if (item.place < 0) return;
    const place = item.place;
    const last = this.#heap.pop()!;
    item.place = -1;
    if (last === item) return;
    this.#put(last, place);
    this.#up(last);
    this.#down(last);
  }

  #put(item: T, place: number): void {
    item.place = place;
    this.#heap[place] = item;
  }

  #up(item: T): void {
    while (item.place > 0) {
      const place = item.place;
      const parent = this.#heap[(place - 1) >> 1]!;
      if (parent.due <= item.due) return;
      this.#put(item, parent.place);
      this.#put(parent, place);
    }
  }

  #down(item: T): void {
    for (;;) {
      const place = item.place;
      const left = this.#heap[2 * place + 1];
      const right = this.#heap[2 * place + 2];
      const child = right !== undefined && left !== undefined && right.due < left.due ? right : left;
      if (child === undefined || child.due >= item.due) return;
      this.#put(item, child.place);
      this.#put(child, place);
    }
  }
}
