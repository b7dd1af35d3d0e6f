import type { Input, Language } from '../../../shared/contract/index.ts';
import { parseNumber, writeNumber } from '../forms/parse.ts';
import { KIOSK_RECEIVER } from './receivers.ts';

/** A zone as it stands in the form: numbers as typed, times in seconds. */
export interface ZoneDraft {
  readonly id: string;
  readonly name: string;
  readonly purpose: Input<'manager/zone-save'>['purpose'];
  readonly receivers: readonly string[];
  readonly nearDbm: string;
  readonly farDbm: string;
  readonly enterSeconds: string;
  readonly exitSeconds: string;
  readonly exclusive: boolean;
}

export const MS_PER_SECOND = 1000;

/** The saved zone as the form shows it. */
export const zoneDraft = (zone: Input<'manager/zone-save'>, language: Language): ZoneDraft => ({
  id: zone.id,
  name: zone.name,
  purpose: zone.purpose,
  receivers: zone.receivers,
  nearDbm: writeNumber(zone.nearDbm, language),
  farDbm: writeNumber(zone.farDbm, language),
  enterSeconds: writeNumber(zone.enterDwellMs / MS_PER_SECOND, language),
  exitSeconds: writeNumber(zone.exitDwellMs / MS_PER_SECOND, language),
  exclusive: zone.exclusive ?? false,
});

/** Starting values for a kiosk's own zone: about arm's length, two seconds to enter and eight to leave. */
export const newZone = (id: string): Input<'manager/zone-save'> => ({
  id,
  name: '',
  purpose: 'greet',
  receivers: [KIOSK_RECEIVER],
  nearDbm: -72,
  farDbm: -80,
  enterDwellMs: 2_000,
  exitDwellMs: 8_000,
});

const toMs = (text: string) => {
  const seconds = parseNumber(text);
  // 64.1 × 1000 is not a whole number in binary.
  return typeof seconds === 'number' ? Math.round(seconds * MS_PER_SECOND) : seconds;
};

/** The form as the contract wants it. */
export const readZone = (draft: ZoneDraft) => ({
  id: draft.id,
  name: draft.name,
  purpose: draft.purpose,
  receivers: draft.receivers,
  nearDbm: parseNumber(draft.nearDbm),
  farDbm: parseNumber(draft.farDbm),
  enterDwellMs: toMs(draft.enterSeconds),
  exitDwellMs: toMs(draft.exitSeconds),
  exclusive: draft.exclusive,
});
