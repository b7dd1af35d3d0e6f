import type { Input, LookSettings } from '../../../shared/contract/index.ts';
import { problemsOf } from '../../../shared/look/check.ts';
import type { Hex } from '../../../shared/look/colour.ts';
import { parseNumber } from '../forms/parse.ts';

/** The look as its form holds it: every field as it is typed. */
export interface LookDraft
  extends Record<keyof LookSettings['colours'], string>,
    Pick<LookSettings, 'corners' | 'motion' | 'logo'> {
  readonly dimAfterMinutes: string;
}

export const toDraft = ({ colours, corners, motion, logo, dimAfterMinutes }: LookSettings): LookDraft => ({
  ...colours,
  corners,
  motion,
  logo,
  dimAfterMinutes: dimAfterMinutes === null ? '' : String(dimAfterMinutes),
});

export const readDraft = ({ paper, ink, primary, warm, dimAfterMinutes, ...rest }: LookDraft): Input<'manager/look-publish'> => ({
  ...rest,
  colours: { paper, ink, primary, warm },
  // Nothing typed means never; what is no number is the schema's to refuse.
  dimAfterMinutes: dimAfterMinutes.trim() === '' ? null : (parseNumber(dimAfterMinutes) ?? Number.NaN),
});

const isHex = (text: string): text is Hex => /^#[0-9a-f]{6}$/i.test(text);

/** The draft's colours, once all four are colours. */
export function coloursOf({ paper, ink, primary, warm }: LookDraft): LookSettings['colours'] | null {
  return isHex(paper) && isHex(ink) && isHex(primary) && isHex(warm) ? { paper, ink, primary, warm } : null;
}

/** The worst pair of each colour that fails. */
export function worstOf(colours: LookSettings['colours']) {
  const worst = new Map<keyof LookSettings['colours'], ReturnType<typeof problemsOf>[number]>();
  for (const problem of problemsOf(colours)) {
    const known = worst.get(problem.role);
    if (known === undefined || problem.ratio / problem.least < known.ratio / known.least) worst.set(problem.role, problem);
  }
  return worst;
}
