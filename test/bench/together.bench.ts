import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Companion, TogetherCount } from '../../shared/offers/together.ts';
import { type Figure, quantile } from './figure.ts';
import { dice } from './random.ts';

/** Suggestions without a history: quality beside plain popularity where public receipts are at hand, and how the work grows. */
export async function bench(): Promise<Figure[]> {
  return [...quality('tafeng-rc', 0.1), ...quality('uci-retail2', 0.15), growth()];
}

const PLACES = 5;
const TESTED = 4_000;

type Receipt = readonly string[];

function companionsOf(receipts: readonly Receipt[]): Map<string, Companion[]> {
  const count = new TogetherCount();
  for (const receipt of receipts) count.add(receipt);
  const settling = count.companions();
  for (;;) {
    const step = settling.next();
    if (step.done) return step.value;
  }
}

function receiptsOf(name: string): Receipt[] | null {
  const root = path.resolve(import.meta.dirname, '../..');
  const file = path.join(process.env.PREVENANCE_DATA ?? path.join(root, '../shared/data'), `offers/${name}.json.gz`);
  if (!existsSync(file)) return null;
  const { users } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as { users: Record<string, (string | number)[][]> };
  return Object.values(users)
    .flat()
    .map((receipt) => [...new Set(receipt.map(String))])
    .filter((receipt) => receipt.length > 1);
}

/** Hit rate at five: one product is taken out of a receipt nobody learned from; is it among the five suggested for the rest? */
function quality(name: string, least: number): Figure[] {
  const receipts = receiptsOf(name);
  if (receipts === null) return [];
  const random = dice(11);
  const [learned, kept]: [Receipt[], Receipt[]] = [[], []];
  for (const receipt of receipts) (random.chance(0.9) ? learned : kept).push(receipt);
  const companions = companionsOf(learned);
  const sold = new Map<string, number>();
  for (const product of learned.flat()) sold.set(product, (sold.get(product) ?? 0) + 1);
  const popular = [...sold].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([product]) => product);

  const tested = kept.slice(0, TESTED);
  let ours = 0;
  let theirs = 0;
  for (const receipt of tested) {
    const out = receipt[random.below(receipt.length)] as string;
    const rest = new Set(receipt.filter((product) => product !== out));
    const scores = new Map<string, number>();
    for (const product of rest)
      for (const { productId, score } of companions.get(product) ?? [])
        if (!rest.has(productId)) scores.set(productId, (scores.get(productId) ?? 0) + score);
    const best = [...scores].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, PLACES);
    if (best.some(([product]) => product === out)) ours += 1;
    if (
      popular
        .filter((product) => !rest.has(product))
        .slice(0, PLACES)
        .includes(out)
    )
      theirs += 1;
  }
  const rate = ours / tested.length;
  const baseline = theirs / tested.length;
  return [
    {
      what: `bought together on ${name}, ${tested.length} receipts, one product left out, hit rate@${PLACES}`,
      budget: `≥ ${least} and 2 × popularity`,
      measured: rate.toFixed(3),
      baseline: `popularity alone: ${baseline.toFixed(3)}`,
      ok: rate >= least && rate >= 2 * baseline,
    },
  ];
}

/** Twice the receipts of the same kind: twice the work, and not more. */
function growth(): Figure {
  const random = dice(5);
  const made = Array.from({ length: 80_000 }, () =>
    Array.from({ length: 2 + random.below(14) }, () => `p${Math.floor(random.next() ** 2 * 3_000)}`),
  );
  const time = (receipts: readonly Receipt[]) => {
    const start = performance.now();
    companionsOf(receipts);
    return performance.now() - start;
  };
  time(made.slice(0, 10_000));
  const rounds = Array.from({ length: 3 }, () => ({ half: time(made.slice(0, 40_000)), whole: time(made) }));
  const ratio = quantile(
    rounds.map(({ half, whole }) => whole / half),
    0.5,
  );
  return {
    what: 'bought together, 80 000 receipts beside 40 000, time',
    budget: '≤ 2.6 ×',
    measured: `${ratio.toFixed(2)} ×`,
    baseline: `40 000 receipts: ${quantile(
      rounds.map(({ half }) => half),
      0.5,
    ).toFixed(0)} ms`,
    ok: ratio <= 2.6,
  };
}
