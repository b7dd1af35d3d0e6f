/**
 * What is bought together, from anonymous receipts alone: item-based top-N with conditional probability and a damped popularity,
 * `sim(a, b) = n(a,b) / (n(a) · n(b)^α)` (Deshpande and Karypis, "Item-Based Top-N Recommendation Algorithms", ACM TOIS 22(1), 2004), with
 * few receipts shrunk towards nothing, `n / (n + β)` (Bell and Koren, "Scalable Collaborative Filtering", ICDM 2007).
 * α and β are measured on Ta-Feng and UCI Online Retail II (`npm run bench -- together`); the optimum is flat.
 */
export const togetherPolicy = {
  popularityDamping: 0.5,
  shrinkage: 10,
  /** Receipts that must hold both: what fewer bought could be one household's habit. */
  leastReceipts: 5,
  /** Kept for each product: more than a screen shows, because some will be out of stock. */
  most: 10,
  /** Different products of one receipt that are counted: pairs grow with the square, and a longer one is a restaurant's, not a household's. */
  longest: 60,
} as const;

/** One product beside another, with what it rests on. */
export interface Companion {
  readonly productId: string;
  /** Receipts that hold both. */
  readonly receipts: number;
  readonly score: number;
}

/** Counts pairs, a receipt at a time, so that the caller can pause between any two. */
export class TogetherCount {
  readonly #numbers = new Map<string, number>();
  readonly #products: string[] = [];
  readonly #single: number[] = [];
  readonly #pairs: Map<number, number>[] = [];

  /** Products of one receipt, in any order, some perhaps twice. Whatever is sensitive is left out by the caller. */
  add(receipt: readonly string[]): void {
    const items = [...new Set(receipt)].map((product) => this.#number(product)).sort((a, b) => a - b);
    if (items.length < 2 || items.length > togetherPolicy.longest) return;
    items.forEach((a, at) => {
      this.#single[a] = (this.#single[a] ?? 0) + 1;
      const pairs = this.#pairs[a] as Map<number, number>;
      for (let next = at + 1; next < items.length; next += 1) {
        const b = items[next] as number;
        pairs.set(b, (pairs.get(b) ?? 0) + 1);
      }
    });
  }

  /**
   * The best companions of every product that has any, best first; equal scores by product, so that equal receipts always say the same.
   * Yields between products, so that the caller can pause.
   */
  *companions(): Generator<undefined, Map<string, Companion[]>> {
    const { leastReceipts, most } = togetherPolicy;
    const found = new Map<string, Companion[]>();
    const note = (a: number, b: number, receipts: number) => {
      const of = this.#products[a] as string;
      const companion = { productId: this.#products[b] as string, receipts, score: this.#score(a, b, receipts) };
      const list = found.get(of);
      if (list === undefined) found.set(of, [companion]);
      else list.push(companion);
    };
    for (const [a, others] of this.#pairs.entries()) {
      for (const [b, receipts] of others) {
        if (receipts < leastReceipts) continue;
        note(a, b, receipts);
        note(b, a, receipts);
      }
      yield;
    }
    for (const [product, list] of found) {
      found.set(product, list.sort(byScore).slice(0, most));
      yield;
    }
    return found;
  }

  #score(a: number, b: number, receipts: number): number {
    const { popularityDamping, shrinkage } = togetherPolicy;
    const [ofA, ofB] = [this.#single[a] ?? 1, this.#single[b] ?? 1];
    return (receipts / (ofA * ofB ** popularityDamping)) * (receipts / (receipts + shrinkage));
  }

  #number(product: string): number {
    const known = this.#numbers.get(product);
    if (known !== undefined) return known;
    const number = this.#products.push(product) - 1;
    this.#numbers.set(product, number);
    this.#pairs.push(new Map());
    return number;
  }
}

const byScore = (a: Companion, b: Companion): number => b.score - a.score || (a.productId < b.productId ? -1 : 1);
