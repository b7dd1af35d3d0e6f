import type { MessageDescriptor } from '@lingui/core';
import type { DeskMatter, MatterKind, MatterMove, MatterOutcome, MatterState } from '../../../shared/contract/index.ts';

export const kindWords: Readonly<Record<MatterKind, MessageDescriptor>> = {
  complaint: /*i18n*/ { id: 'manager.matter.complaint', message: 'Complaint' },
  idea: /*i18n*/ { id: 'manager.matter.idea', message: 'Idea' },
};

const states: Readonly<Record<MatterState, MessageDescriptor>> = {
  received: /*i18n*/ { id: 'manager.matter.received', message: 'Not read yet' },
  looking: /*i18n*/ { id: 'manager.matter.looking', message: 'Being looked at' },
  answered: /*i18n*/ { id: 'manager.matter.answered', message: 'Answered' },
  reopened: /*i18n*/ { id: 'manager.matter.reopened', message: 'Opened again by the shopper' },
  closed: /*i18n*/ { id: 'manager.matter.closed', message: 'Closed' },
};

const outcomes: Readonly<Record<MatterOutcome, MessageDescriptor>> = {
  settled: /*i18n*/ { id: 'manager.matter.settled', message: 'Settled, says the shopper' },
  'put-right': /*i18n*/ { id: 'manager.matter.put-right', message: 'Put right' },
  'not-put-right': /*i18n*/ { id: 'manager.matter.not-put-right', message: 'Could not be put right' },
  done: /*i18n*/ { id: 'manager.matter.done', message: 'Taken up' },
  'not-done': /*i18n*/ { id: 'manager.matter.not-done', message: 'Not taken up' },
};

/** Where it stands. */
export const standingWords = ({ state, outcome }: Pick<DeskMatter, 'state' | 'outcome'>): MessageDescriptor =>
  outcome === null ? states[state] : outcomes[outcome];

/** What a reply makes of it. */
export const moveWords: Readonly<Record<MatterMove, MessageDescriptor>> = {
  looking: /*i18n*/ { id: 'manager.matter.move.looking', message: 'We are looking into it' },
  answered: /*i18n*/ { id: 'manager.matter.move.answered', message: 'Answered: the shopper says whether it settles it' },
  'put-right': /*i18n*/ { id: 'manager.matter.move.put-right', message: 'Closed: put right' },
  'not-put-right': /*i18n*/ { id: 'manager.matter.move.not-put-right', message: 'Closed: could not be put right, because …' },
  done: /*i18n*/ { id: 'manager.matter.move.done', message: 'Closed: we take it up' },
  'not-done': /*i18n*/ { id: 'manager.matter.move.not-done', message: 'Closed: we do not take it up, because …' },
};
