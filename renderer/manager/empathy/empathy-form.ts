import type { EmpathySettings, Language } from '../../../shared/contract/index.ts';
import { type EvidenceKind, evidenceKinds } from '../../../shared/empathy/settings.ts';
import { parseNumber, writeNumber } from '../forms/parse.ts';

/** One log-odds is ten points: whole numbers say all that can be meant. */
export const pointsPerOdds = 10;

type Level = 'watchFrom' | 'proposeFrom' | 'callFrom';
export type WeightField = `weight.${EvidenceKind}`;
export type HalfLifeField = `halfLife.${EvidenceKind}`;

/** Settings as they are typed: levels in percent, weights in points, half-lives in seconds. */
export type EmpathyDraft = Readonly<Record<Level | WeightField | HalfLifeField, string>>;

/** What a field shows for a number: no digits that come from reckoning. */
const tidy = (value: number): number => Number(value.toFixed(2));

/** Saved settings as the fields of the form. */
export function draftOf(settings: EmpathySettings, language: Language): EmpathyDraft {
  const write = (value: number) => writeNumber(tidy(value), language);
  const fields = evidenceKinds.flatMap((kind) => {
    const { weight, halfLifeMs } = settings.evidence[kind];
    return [
      [`weight.${kind}`, write(weight * pointsPerOdds)],
      [`halfLife.${kind}`, write(halfLifeMs / 1000)],
    ];
  });
  return {
    ...(Object.fromEntries(fields) as Record<WeightField | HalfLifeField, string>),
    watchFrom: write(settings.watchFrom * 100),
    proposeFrom: write(settings.proposeFrom * 100),
    callFrom: write(settings.callFrom * 100),
  };
}

/** The draft as the contract wants it. */
export function readSettings(draft: EmpathyDraft): unknown {
  const read = (text: string, unit: number) => {
    const number = parseNumber(text);
    return typeof number === 'number' ? Number((number / unit).toFixed(6)) : number;
  };
  return {
    evidence: Object.fromEntries(
      evidenceKinds.map((kind) => [
        kind,
        { weight: read(draft[`weight.${kind}`], pointsPerOdds), halfLifeMs: read(draft[`halfLife.${kind}`], 1 / 1000) },
      ]),
    ),
    watchFrom: read(draft.watchFrom, 100),
    proposeFrom: read(draft.proposeFrom, 100),
    callFrom: read(draft.callFrom, 100),
  };
}
