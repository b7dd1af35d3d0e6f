import type { Input, Language } from '../../../shared/contract/index.ts';
import { parseNumber, writeNumber } from '../forms/parse.ts';

export const kinds = ['ibeacon', 'altbeacon', 'eddystone-uid', 'eid'] as const;
export type Kind = (typeof kinds)[number];

/** A model as it stands in the form: the kind of frame, and what all beacons of the model have in common. */
export interface ModelDraft {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly code: string;
  readonly measuredPowerDbm: string;
}

export function modelDraft(model: Input<'manager/model-save'>, language: Language): ModelDraft {
  const [kind = '', code = ''] = model.match.split(':');
  return {
    id: model.id,
    name: model.name,
    kind: kinds.find((known) => known === kind) ?? 'ibeacon',
    code,
    measuredPowerDbm: writeNumber(model.measuredPowerDbm, language),
  };
}

/** A UUID as people copy it, with or without dashes, in capitals or not. */
function uuid(text: string): string {
  const hex = text.replace(/[^0-9a-f]/gi, '').toLowerCase();
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The form as the contract wants it. */
export function readModel(draft: ModelDraft) {
  const hex = draft.code.replace(/[\s:-]/g, '').toLowerCase();
  const matches: Record<Kind, string> = {
    ibeacon: `ibeacon:${uuid(draft.code)}:`,
    altbeacon: `altbeacon:${hex.slice(0, 32)}`,
    'eddystone-uid': `eddystone-uid:${hex}:`,
    eid: 'eid:',
  };
  return {
    id: draft.id,
    name: draft.name,
    match: draft.kind !== 'eid' && draft.code.trim() === '' ? undefined : matches[draft.kind],
    measuredPowerDbm: parseNumber(draft.measuredPowerDbm),
  };
}
