import type { I18n, MessageDescriptor } from '@lingui/core';
import type { MatterKind, MatterMove } from '../../../shared/contract/index.ts';

export const kindWords: Readonly<Record<MatterKind, MessageDescriptor>> = {
  complaint: /*i18n*/ { id: 'staff.matter.complaint', message: 'Complaint' },
  idea: /*i18n*/ { id: 'staff.matter.idea', message: 'Idea' },
};

/** What a reply makes of it. */
export const moveWords: Readonly<Record<MatterMove, MessageDescriptor>> = {
  looking: /*i18n*/ { id: 'staff.matter.move.looking', message: 'Being looked into' },
  answered: /*i18n*/ { id: 'staff.matter.move.answered', message: 'Answered; the shopper has the last word' },
  'put-right': /*i18n*/ { id: 'staff.matter.move.put-right', message: 'Closed: put right' },
  'not-put-right': /*i18n*/ { id: 'staff.matter.move.not-put-right', message: 'Closed: could not be put right' },
  done: /*i18n*/ { id: 'staff.matter.move.done', message: 'Closed: we take it up' },
  'not-done': /*i18n*/ { id: 'staff.matter.move.not-done', message: 'Closed: we do not take it up' },
};

const troubles: Readonly<Record<string, MessageDescriptor>> = {
  'answer-needed': /*i18n*/ { id: 'staff.matter.answer-needed', message: 'Write the answer that the shopper will read.' },
  'changed-meanwhile': /*i18n*/ {
    id: 'staff.matter.changed',
    message: 'It has changed since. Read it again; your words are still here.',
  },
};

/** Why a reply was not taken. */
export const troubleWords = (code: string, i18n: I18n): string =>
  i18n._(
    troubles[code] ?? /*i18n*/ { id: 'staff.matter.failed', message: 'Not saved. Your words are still here; please try again.' },
  );
