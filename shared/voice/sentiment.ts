import type { Sentiment } from '../contract/feedback.ts';
import { clausesOf } from '../empathy/words.ts';
import { blame, praise } from './sentiment-words.ts';

/** Words before a judgement that turn it round, at most {@link REACH} away: "pas vraiment bien", "not very helpful". */
const negators: ReadonlySet<string> = new Set('pas jamais aucun aucune sans ni guere not no never without nor hardly'.split(' '));
/** What stands before the "t" of "wasn't" once the apostrophe is gone. */
const beforeT: ReadonlySet<string> = new Set(
  'don doesn didn isn aren wasn weren won can couldn wouldn shouldn hasn haven hadn'.split(' '),
);
const REACH = 3;

interface Phrase {
  readonly words: readonly string[];
  readonly open: boolean;
  readonly good: boolean;
}

const phrases: readonly Phrase[] = [
  ...praise.map((text) => [text, true] as const),
  ...blame.map((text) => [text, false] as const),
]
  .map(([text, good]) => ({ words: text.replace('*', '').split(' '), open: text.endsWith('*'), good }))
  .sort((a, b) => b.words.length - a.words.length);

function standsAt({ words, open }: Phrase, clause: readonly string[], at: number): boolean {
  return words.every((word, place) => {
    const found = clause[at + place];
    return found === word || (open && place === words.length - 1 && found?.startsWith(word) === true);
  });
}

const negatesAt = (clause: readonly string[], at: number): boolean =>
  negators.has(clause[at] ?? '') || (clause[at] === 't' && beforeT.has(clause[at - 1] ?? ''));

function judgements(clause: readonly string[]): boolean[] {
  const found: boolean[] = [];
  let from = 0;
  for (let at = 0; at < clause.length; ) {
    const phrase = phrases.find((each) => standsAt(each, clause, at));
    if (phrase === undefined) {
      at += 1;
      continue;
    }
    const before = Array.from({ length: Math.min(REACH, at - from) }, (_, step) => at - 1 - step);
    found.push(before.some((place) => negatesAt(clause, place)) ? !phrase.good : phrase.good);
    at += phrase.words.length;
    // A negation is used up by the first judgement after it: "pas mal, efficace" praises twice.
    from = at;
  }
  return found;
}

/** What words say on the whole, in French or English. It judges the words of a text, never who wrote it. */
export function sentimentOf(text: string): Sentiment {
  const all = clausesOf(text.replace(/[’']/g, ' ')).flatMap((clause) => judgements(clause.trim().split(' ')));
  if (all.length === 0) return 'none';
  const good = all.filter(Boolean).length;
  if (good === all.length) return 'good';
  return good === 0 ? 'bad' : 'mixed';
}
