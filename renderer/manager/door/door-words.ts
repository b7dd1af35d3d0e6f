import type { I18n } from '@lingui/core';
import type { Refused } from '../../api.ts';
import { waitMinutes } from '../../staff/words/wait-minutes.ts';
import { refusedWords } from '../forms/problem-words.ts';

/** Why the door stays shut. */
export function doorWords(refused: Refused, i18n: I18n): string {
  if (refused.code === 'wrong-login') return i18n._({ id: 'manager.login.wrong', message: 'This is not the password.' });
  if (refused.code === 'throttled') {
    return i18n._({
      id: 'manager.login.throttled',
      message: '{minutes, plural, one {Too many tries. Wait one minute.} other {Too many tries. Wait # minutes.}}',
      values: { minutes: waitMinutes(refused) },
    });
  }
  if (refused.code === 'wrong-passkey') {
    return i18n._({
      id: 'manager.login.passkey-wrong',
      message: 'The browser offered no passkey of this store. The password works too.',
    });
  }
  return refusedWords(refused.code, i18n);
}
