import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import type { Command } from 'commander';
import * as v from 'valibot';
import { RecordedEvent } from '../../shared/empathy/recorded.ts';
import { numberedLines } from './lines.ts';
import { VisitReplay } from './visit-replay.ts';

/** Longer than any honest event. */
const longestLine = 8192;
/** So many bad lines are named; the rest are counted. */
const mostNamed = 100;

const visitsHelp = `
One JSON object a line: {"t":ms,"visit":"id","kind":…}. Kinds and what else they hold:
  signal       "signal": a kind of evidence, e.g. "search-empty"      (docs/empathy.md lists them)
  success      a search or question had a result
  words        "sense": "danger" | "person" | "complaint" | "health" | "giving-up" | "anger"
  text         "text": what the shopper typed; read with the store's lexicon
  camera-on, camera-off
  expression   "negative": 0–1, "usableFrames": number, "faces": number  (ignored without camera-on)
  declined     "I'm fine": the proposal was turned down
  call-opened  the shopper called somebody, or accepted a proposal
  truth        "needed": true | false, "from": ms (optional): for the summary only
  end          the visit is over
Within a visit t must not go backwards. Decisions come out in the order of the lines that caused them.

Exit code: 0 all lines were good, 1 some were not and are named on stderr, 2 nothing could be evaluated.

Example:
  prevenance empathy eval --visits test/fixtures/visits/sample.ndjson`;

const words = (json: unknown): string | RecordedEvent => {
  const parsed = v.safeParse(RecordedEvent, json);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  return `${v.getDotPath(issue) ?? 'the line'}: ${issue.message}`;
};

function parse(text: string | null): string | RecordedEvent {
  if (text === null) return `more than ${longestLine} characters`;
  try {
    return words(JSON.parse(text));
  } catch {
    return 'not JSON';
  }
}

/** `prevenance empathy eval`: decisions as NDJSON on stdout, bad lines and a summary on stderr. */
async function evaluate({ visits: file, json }: { visits: string; json?: boolean }): Promise<void> {
  // A reader that stops early (head) is not an error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
  const name = file === '-' ? 'stdin' : file;
  const replay = new VisitReplay();
  let lines = 0;
  let bad = 0;
  const refuse = (number: number, what: string): void => {
    bad += 1;
    if (bad <= mostNamed) console.error(`${name}:${number}: ${what}`);
  };
  try {
    for await (const { number, text } of numberedLines(file === '-' ? process.stdin : createReadStream(file), longestLine)) {
      if (text?.trim() === '') continue;
      lines += 1;
      const event = parse(text);
      if (typeof event === 'string') {
        refuse(number, event);
        continue;
      }
      const decided = replay.take(event);
      if (decided === 'backwards')
        refuse(number, `t is earlier than the line before it of the visit ${JSON.stringify(event.visit)}`);
      else if (decided !== null && !process.stdout.write(`${JSON.stringify(decided)}\n`)) await once(process.stdout, 'drain');
    }
  } catch (error) {
    console.error(`prevenance: ${name} cannot be read: ${(error as Error).message}`);
    process.exitCode = 2;
    return;
  }
  if (bad > mostNamed) console.error(`${name}: ${bad - mostNamed} more lines are not good`);
  const summary = { lines, bad, ...replay.finish() };
  console.error(json === true ? JSON.stringify(summary) : inWords(summary));
  process.exitCode = bad === lines ? 2 : bad > 0 ? 1 : 0;
}

function inWords({
  lines,
  bad,
  visits,
  pushedOut,
  decisions,
  verdicts,
  unlabelled,
}: { lines: number; bad: number } & ReturnType<VisitReplay['finish']>): string {
  const list = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([what, count]) => `${what} ${count}`)
      .join(', ');
  return [
    lines === 0 ? 'There is no line to evaluate.' : `${lines} lines, ${bad} of them not good; ${visits} visits.`,
    `Decisions: ${list(decisions) || 'none'}.`,
    visits === unlabelled
      ? 'No visit says whether a person was needed.'
      : `With a label: ${list(verdicts)}; without: ${unlabelled}.`,
    ...(pushedOut === 0 ? [] : [`${pushedOut} visits without an end were taken as over, because too many were open at once.`]),
  ].join('\n');
}

/** `prevenance empathy …` */
export function empathyCommands(program: Command): void {
  program
    .command('empathy')
    .description('when a person is proposed or called')
    .command('eval')
    .description("play recorded visits through the kiosk's rules: events in, decisions out")
    .requiredOption('--visits <file>', 'the events as NDJSON; - reads stdin')
    .option('--json', 'the summary on stderr as JSON')
    .addHelpText('after', visitsHelp)
    .action(evaluate);
}
