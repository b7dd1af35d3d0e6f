import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type DecisionInput, decide } from '../../shared/offers/decide.ts';
import { affinities, byScore, type Purchase, relativePopularity, scoreOf } from '../../shared/offers/rank.ts';

interface Line {
  what: string;
  budget: string;
  measured: string;
  baseline: string;
  ok: boolean;
}

/** Budgets of the offer room: speed of a decision, and quality of its ranking where the public data set is at hand. */
export async function bench(): Promise<Line[]> {
  return [speed(), ...quality()];
}

const customers = 10_000;
const offerCount = 1000;
const budgetMs = 20;

/** Small deterministic generator (Park and Miller), so that two runs measure the same store. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const day = (index: number): string => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);

function speed(): Line {
  const random = randomFrom(7);
  const pick = (count: number): number => Math.floor(random() ** 3 * count);
  const products = new Map(
    Array.from({ length: 3000 }, (_, index) => {
      const id = `p${index}`;
      return [id, { id, category: index % 11 === 0 ? 'pharmacy' : 'grocery', stock: index % 17 }] as const;
    }),
  );
  const offers = Array.from({ length: offerCount }, (_, index) => ({
    id: `o${index}`,
    productId: `p${index * 2}`,
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    active: index % 13 !== 0,
  }));
  const histories = Array.from({ length: customers }, (): Purchase[] =>
    Array.from({ length: 20 + Math.floor(random() * 200) }, () => ({ on: day(pick(320)), productId: `p${pick(3000)}` })),
  );
  const popularity = new Map<string, number>();
  for (const { productId } of histories.flat()) popularity.set(productId, (popularity.get(productId) ?? 0) + 1);

  const times = histories.map((history) => {
    const input: DecisionInput = { offers, products, popularity, history, declined: [], today: '2026-11-22' };
    const start = performance.now();
    decide(input);
    return performance.now() - start;
  });
  const top = [...popularity].sort(([, a], [, b]) => b - a);
  const start = performance.now();
  for (let round = 0; round < 100; round += 1) offers.find(({ productId }) => productId === top[round]?.[0]);
  const lookupMs = (performance.now() - start) / 100;

  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  return {
    what: `offer decision with reasons, ${customers} customers, ${offerCount} offers, p99`,
    budget: `≤ ${budgetMs} ms`,
    measured: `${at(0.99).toFixed(2)} ms (median ${at(0.5).toFixed(2)})`,
    baseline: `look up the most popular offer: ${lookupMs.toFixed(3)} ms`,
    ok: at(0.99) <= budgetMs,
  };
}

/** recall@10 of the next basket on Ta-Feng: each customer's last basket is held out, everything before it is history. */
function quality(): Line[] {
  const root = path.resolve(import.meta.dirname, '../..');
  const file = path.join(process.env.PREVENANCE_DATA ?? path.join(root, '../shared/data'), 'offers/tafeng-rc.json.gz');
  if (!existsSync(file)) return [];
  const { users } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as { users: Record<string, number[][]> };
  const baskets = Object.values(users).filter((one) => one.length > 1);
  const counts = new Map<string, number>();
  for (const one of baskets) {
    for (const item of one.slice(0, -1).flatMap((basket) => [...new Set(basket)])) {
      counts.set(String(item), (counts.get(String(item)) ?? 0) + 1);
    }
  }
  const popularity = relativePopularity(counts);
  const popular = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([id]) => id);

  let ours = 0;
  let theirs = 0;
  for (const one of baskets) {
    const next = new Set((one.at(-1) ?? []).map(String));
    const history = one
      .slice(0, -1)
      .flatMap((basket, index) => basket.map((item) => ({ on: day(index), productId: String(item) })));
    const affinity = affinities(history, () => true);
    // Beyond the customer's own products only the ten most popular can reach the first ten places.
    const candidates = [...new Set([...affinity.keys(), ...popular.slice(0, 10)])];
    const ranked = candidates.map((id) => ({ id, ...scoreOf(affinity.get(id), popularity(id)) })).sort(byScore);
    ours += ranked.slice(0, 10).filter(({ id }) => next.has(id)).length / next.size;
    theirs += popular.slice(0, 10).filter((id) => next.has(id)).length / next.size;
  }
  const recall = ours / baskets.length;
  const baseline = theirs / baskets.length;
  return [
    {
      what: `next basket on Ta-Feng, ${baskets.length} customers, recall@10`,
      budget: '≥ .15',
      measured: recall.toFixed(4).slice(1),
      baseline: `store popularity alone: ${baseline.toFixed(4).slice(1)}`,
      ok: recall >= 0.15,
    },
  ];
}
