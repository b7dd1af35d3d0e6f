import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

/** Where labelled faces lie: `faces/labels.csv` in `PREVENANCE_DATA`; paths in it are relative to that `faces`. Format: docs/evidence.md. */
const root = process.env.PREVENANCE_DATA ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url));
export const facesFolder = join(root, 'faces');

/** The field's words for the four expressions that count as negative, and for the others. */
const negative = new Set([
  'negative',
  'angry',
  'anger',
  'disgusted',
  'disgust',
  'fearful',
  'fear',
  'sad',
  'sadness',
  'frustrated',
]);
const other = new Set(['non-negative', 'other', 'happy', 'happiness', 'neutral', 'surprised', 'surprise']);

export interface LabelledFace {
  readonly file: string;
  readonly label: string;
  readonly negative: boolean;
  /** Every other column: for figures by group. */
  readonly groups: Readonly<Record<string, string>>;
}

/** Labelled faces, and the labels that say neither; null when there is no list. */
export function readLabels(): { readonly faces: readonly LabelledFace[]; readonly unknown: readonly string[] } | null {
  const list = join(facesFolder, 'labels.csv');
  if (!existsSync(list)) return null;
  const rows = parse(readFileSync(list), { columns: true, bom: true, skip_empty_lines: true, trim: true }) as Record<
    string,
    string
  >[];
  const faces: LabelledFace[] = [];
  const unknown = new Set<string>();
  for (const { file = '', label: written = '', ...groups } of rows) {
    const label = written.toLowerCase();
    if (file === '' || !(negative.has(label) || other.has(label))) unknown.add(written);
    else faces.push({ file, label, negative: negative.has(label), groups });
  }
  return { faces, unknown: [...unknown] };
}
