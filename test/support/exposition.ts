/** One sample of a page in Prometheus' text format. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const metricName = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const helpLine = new RegExp(`^# HELP (${metricName}) (.+)$`);
const typeLine = new RegExp(`^# TYPE (${metricName}) (counter|gauge|histogram|summary)$`);
const sampleLine = new RegExp(`^(${metricName})(?:\\{(.*)\\})? (NaN|[+-]Inf|[+-]?[0-9.eE+-]+)$`);
const label = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(?:,|$)/y;

function labelsOf(text: string): Record<string, string> {
  const labels: Record<string, string> = {};
  label.lastIndex = 0;
  for (let at = 0; at < text.length; at = label.lastIndex) {
    const [, name = '', value = ''] = label.exec(text) ?? [];
    if (name === '') throw new Error(`labels cannot be read: ${text}`);
    if (name in labels) throw new Error(`label ${name} stands twice: ${text}`);
    labels[name] = value;
  }
  return labels;
}

/** What a histogram promises: buckets that only grow, and a last one that holds all. */
function checkHistogram(family: string, samples: readonly Sample[]): void {
  const of = (name: string) => samples.filter((sample) => sample.name === family + name);
  for (const { labels, value: count } of of('_count')) {
    const same = (sample: Sample) => Object.entries(labels).every(([name, value]) => sample.labels[name] === value);
    const buckets = of('_bucket').filter(same);
    const bounds = buckets.map(({ labels: { le = '' } }) => (le === '+Inf' ? Number.POSITIVE_INFINITY : Number(le)));
    const counts = buckets.map(({ value }) => value);
    const grows = (numbers: readonly number[]) => numbers.every((n, i) => i === 0 || n >= (numbers[i - 1] ?? 0));
    if (!grows(bounds) || !grows(counts) || bounds.at(-1) !== Number.POSITIVE_INFINITY || counts.at(-1) !== count)
      throw new Error(`the buckets of ${family} do not add up`);
    if (of('_sum').filter(same).length !== 1) throw new Error(`${family} has no sum`);
  }
}

/**
 * Reads a page in Prometheus' text format as strictly as `promtool check metrics` does.
 * @throws Error for a line that is neither comment nor sample, a sample without help and type before it, a family in two places, a sample twice,
 * a counter that does not end in `_total` or is negative, or a histogram whose buckets do not add up
 */
export function readExposition(page: string): Sample[] {
  if (!page.endsWith('\n')) throw new Error('the last line does not end');
  const types = new Map<string, string>();
  const samples: Sample[] = [];
  const seen = new Set<string>();
  let helped = '';
  let family = '';
  for (const line of page.split('\n').filter((text) => text !== '')) {
    const help = helpLine.exec(line)?.[1];
    const [, typed, type = ''] = typeLine.exec(line) ?? [];
    if (help !== undefined) helped = help;
    else if (typed !== undefined) {
      if (typed !== helped) throw new Error(`${typed} has no help before its type`);
      if (types.has(typed)) throw new Error(`${typed} stands in two places`);
      if (type === 'counter' && !typed.endsWith('_total')) throw new Error(`the counter ${typed} does not end in _total`);
      types.set(typed, type);
      family = typed;
    } else {
      const [, name = '', labels = '', value = ''] = sampleLine.exec(line) ?? [];
      const base = types.get(family) === 'histogram' ? name.replace(/_(bucket|sum|count)$/, '') : name;
      if (name === '' || base !== family) throw new Error(`a line that does not belong to ${family}: ${line}`);
      if (seen.has(`${name}{${labels}}`)) throw new Error(`a sample stands twice: ${line}`);
      seen.add(`${name}{${labels}}`);
      const number = Number(value.replace('Inf', 'Infinity'));
      if (types.get(family) === 'counter' && !(number >= 0)) throw new Error(`a counter below zero: ${line}`);
      samples.push({ name, labels: labelsOf(labels), value: number });
    }
  }
  for (const [name, type] of types) if (type === 'histogram') checkHistogram(name, samples);
  return samples;
}
