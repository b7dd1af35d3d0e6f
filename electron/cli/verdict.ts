import { problemWords, type Verdict } from '../log-verify.ts';

/** Says whether a chain is whole; ends with 1 and its first bad link otherwise. */
export function sayVerdict(
  verdict: Verdict,
  words: { readonly log: string; readonly link: string; readonly links: string },
): void {
  if (verdict.ok) {
    const { from, to } = verdict;
    console.log(to < from ? `The ${words.log} is empty.` : `The ${words.log} is whole: ${words.links} ${from} to ${to}.`);
    return;
  }
  const { badSeq, problem, what } = verdict;
  console.error(`prevenance: ${words.link} ${badSeq} ${problemWords[problem]} (${problem}, ${what}).`);
  process.exitCode = 1;
}
