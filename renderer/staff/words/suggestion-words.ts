import type { I18n, MessageDescriptor } from '@lingui/core';
import type { GoodwillReason, Language, Suggestion } from '../../../shared/contract/index.ts';
import { wordsIn } from '../../../shared/words-in.ts';

type Check = Extract<Suggestion, { kind: 'check' }>;

/** Why something is suggested. */
export const becauseWords: Readonly<Record<Suggestion['because'], MessageDescriptor>> = {
  called: /*i18n*/ { id: 'staff.because.called', message: 'Because they called a person.' },
  complaint: /*i18n*/ { id: 'staff.because.complaint', message: 'Because they have a complaint.' },
  'product-advice': /*i18n*/ { id: 'staff.because.product-advice', message: 'Because they want advice on a product.' },
  searched: /*i18n*/ { id: 'staff.because.searched', message: 'Because they searched for it.' },
  'search-empty': /*i18n*/ { id: 'staff.because.search-empty', message: 'Because the kiosk found nothing.' },
  'question-unanswered': /*i18n*/ { id: 'staff.because.question-unanswered', message: 'Because the kiosk had no answer.' },
  'out-of-stock': /*i18n*/ { id: 'staff.because.out-of-stock', message: 'Because there is none left.' },
  fault: /*i18n*/ { id: 'staff.because.fault', message: 'Because the kiosk had a fault.' },
  waited: /*i18n*/ { id: 'staff.because.waited', message: 'Because they waited long.' },
};

/** What to look at before, or while, talking. */
export function checkWords(check: Check, i18n: I18n, language: Language): string {
  switch (check.check) {
    case 'product':
      return i18n._({
        id: 'staff.check.product',
        message: '{stock, plural, =0 {{name}: aisle {aisle}, none in stock} other {{name}: aisle {aisle}, # in stock}}',
        values: { stock: check.product.stock, name: wordsIn(check.product.name, language), aisle: check.product.aisle },
      });
    case 'not-listed':
      return i18n._({
        id: 'staff.check.not-listed',
        message: 'The catalogue has nothing like “{text}”. Ask what it is for.',
        values: { text: check.text },
      });
    case 'question':
      return i18n._({
        id: 'staff.check.question',
        message: 'Nobody has written an answer to “{text}” yet. You may know it.',
        values: { text: check.text },
      });
    case 'kiosk':
      return i18n._({ id: 'staff.check.kiosk', message: 'See whether the kiosk works again.' });
  }
}

/** Why a gesture is made. */
export const goodwillReasonWords: Readonly<Record<GoodwillReason, MessageDescriptor>> = {
  'long-wait': /*i18n*/ { id: 'staff.goodwill.reason.long-wait', message: 'Waited long' },
  'not-in-stock': /*i18n*/ { id: 'staff.goodwill.reason.not-in-stock', message: 'Not in stock' },
  'kiosk-fault': /*i18n*/ { id: 'staff.goodwill.reason.kiosk-fault', message: 'The kiosk failed' },
  'our-mistake': /*i18n*/ { id: 'staff.goodwill.reason.our-mistake', message: 'Our mistake' },
  other: /*i18n*/ { id: 'staff.goodwill.reason.other', message: 'Something else' },
};
