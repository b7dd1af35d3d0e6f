import { expressionNames } from './expressions.ts';
import type { Scored } from './lab/score-worker.ts';

/** Columns of the table of faces. `counts`: whether the kiosk would count the frame as a negative one. */
export const header = ['file', 'faces', ...expressionNames, 'negative_evidence', 'counts', 'note'].join(',');

/** RFC 4180: quoted where a comma, quote or line break would be taken for structure. */
const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const digits = (value: number): string => value.toFixed(6);

function note(scored: Scored): string {
  if (scored === null) return 'unreadable';
  if (scored.faces === 0) return 'no face';
  if (scored.faces > 1) return 'several faces: nobody is read';
  return scored.expressions === null ? `${scored.quality ?? 'unclear'}: not read` : '';
}

/** One line of the table. */
export function csvLine(file: string, scored: Scored, countsFrom: number): string {
  const { expressions, negative } = scored ?? { expressions: null, negative: null };
  return [
    cell(file),
    scored === null ? '' : String(scored.faces),
    ...expressionNames.map((name) => (expressions === null ? '' : digits(expressions[name]))),
    negative === null ? '' : digits(negative),
    negative === null ? '' : String(Number(negative > countsFrom)),
    note(scored),
  ].join(',');
}
