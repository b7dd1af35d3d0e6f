import type { I18n, MessageDescriptor } from '@lingui/core';
import type { CallReason, CallState } from '../../../shared/contract/index.ts';

const reasons: Readonly<Record<CallReason, MessageDescriptor>> = {
  asked: /*i18n*/ { id: 'manager.reason.asked', message: 'asked for a person' },
  complaint: /*i18n*/ { id: 'manager.reason.complaint', message: 'complaint' },
  'repeated-failure': /*i18n*/ { id: 'manager.reason.repeated-failure', message: 'several tries without success' },
  difficulty: /*i18n*/ { id: 'manager.reason.difficulty', message: 'did not get further' },
  'product-advice': /*i18n*/ { id: 'manager.reason.product-advice', message: 'product advice' },
};

export const reasonList = (list: readonly CallReason[], i18n: I18n): string =>
  list.map((reason) => i18n._(reasons[reason])).join(', ');

export const stateWords: Readonly<Record<CallState, MessageDescriptor>> = {
  raised: /*i18n*/ { id: 'manager.state.raised', message: 'Called' },
  notified: /*i18n*/ { id: 'manager.state.notified', message: 'Waiting' },
  claimed: /*i18n*/ { id: 'manager.state.claimed', message: 'On the way' },
  arrived: /*i18n*/ { id: 'manager.state.arrived', message: 'With the shopper' },
  resolved: /*i18n*/ { id: 'manager.state.resolved', message: 'Resolved' },
  cancelled: /*i18n*/ { id: 'manager.state.cancelled', message: 'Cancelled' },
  expired: /*i18n*/ { id: 'manager.state.expired', message: 'Ended, not resolved' },
};
