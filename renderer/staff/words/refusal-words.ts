import type { I18n, MessageDescriptor } from '@lingui/core';
import type { Refused } from '../../api.ts';
import type { Notice } from '../desk/notice.ts';
import { waitMinutes } from './wait-minutes.ts';

/** Why a login was refused. An unknown code is treated as a wrong PIN: the page tells no more than the station does. */
export function loginWords(refused: Refused, i18n: I18n): string {
  switch (refused.code) {
    case 'throttled':
      return i18n._({
        id: 'staff.login.throttled',
        message:
          '{minutes, plural, one {Too many tries. Wait one minute.} other {Too many tries. Wait # minutes.}} Your manager can unlock it.',
        values: { minutes: waitMinutes(refused) },
      });
    case 'unreachable':
      return i18n._({
        id: 'staff.login.unreachable',
        message: 'The station does not answer. Your code is still here: try again in a moment.',
      });
    default:
      return i18n._({ id: 'staff.login.wrong', message: 'This code and PIN do not go together. Please type the PIN again.' });
  }
}

/** Why a device was not enrolled. */
export function enrolWords(refused: Refused | 'empty', i18n: I18n): string {
  if (refused === 'empty') return i18n._({ id: 'staff.enrol.empty', message: 'Type the code first.' });
  switch (refused.code) {
    case 'throttled':
      return i18n._({
        id: 'staff.enrol.throttled',
        message: '{minutes, plural, one {Too many tries. Wait one minute.} other {Too many tries. Wait # minutes.}}',
        values: { minutes: waitMinutes(refused) },
      });
    case 'unreachable':
      return i18n._({
        id: 'staff.login.unreachable',
        message: 'The station does not answer. Your code is still here: try again in a moment.',
      });
    default:
      return i18n._({
        id: 'staff.enrol.wrong',
        message: 'This code is not valid, or not any more. Ask the manager for a new one.',
      });
  }
}

/** Refusals that have a sentence of their own. */
const refusals: Readonly<Record<string, MessageDescriptor>> = {
  'not-on-duty': /*i18n*/ { id: 'staff.refused.not-on-duty', message: 'This colleague is not on duty any more. Ask another.' },
  'holds-call': /*i18n*/ { id: 'staff.refused.holds-call', message: 'Finish your call first, or hand it over.' },
  'off-duty': /*i18n*/ { id: 'staff.refused.off-duty', message: 'You are off duty already.' },
  'no-goodwill': /*i18n*/ { id: 'staff.refused.no-goodwill', message: 'The manager has ended the budget for gestures.' },
  'over-gesture': /*i18n*/ { id: 'staff.refused.over-gesture', message: 'This is more than one gesture may be now.' },
  'over-own-day': /*i18n*/ { id: 'staff.refused.over-own-day', message: 'This is more than is left of your budget of today.' },
  'over-day': /*i18n*/ {
    id: 'staff.refused.over-day',
    message: 'A colleague was quicker: this is more than is left of the store’s budget of today.',
  },
  'no-such-customer': /*i18n*/ {
    id: 'staff.refused.no-such-customer',
    message: 'No customer has this number. Check it, or give a voucher.',
  },
};

/** The sentence for something that changed under the employee's thumb. */
export function noticeWords(notice: Notice, i18n: I18n): string {
  switch (notice.kind) {
    case 'taken':
      return notice.owner === null
        ? i18n._({ id: 'staff.notice.taken', message: 'A colleague is already on the way.' })
        : i18n._({
            id: 'staff.notice.taken-by',
            message: '{owner} has the call at “{place}”.',
            values: { owner: notice.owner, place: notice.place },
          });
    case 'gone':
      return i18n._({ id: 'staff.notice.gone', message: 'The call at “{place}” is over.', values: { place: notice.place } });
    case 'returned':
      return i18n._({
        id: 'staff.notice.returned',
        message: 'Time to arrive ran out. The call at “{place}” goes to everyone again.',
        values: { place: notice.place },
      });
    case 'not-handed-over':
      return i18n._({
        id: 'staff.notice.not-handed-over',
        message: '{name} cannot take over. The call is still yours.',
        values: { name: notice.to },
      });
    case 'refused':
      if (notice.code in refusals) return i18n._(refusals[notice.code] as MessageDescriptor);
      return notice.code === 'unreachable'
        ? i18n._({
            id: 'staff.notice.unreachable',
            message: 'The station did not answer. Nothing was changed; please try again.',
          })
        : i18n._({ id: 'staff.notice.refused', message: 'The call has changed meanwhile. This screen shows how it stands now.' });
  }
}
