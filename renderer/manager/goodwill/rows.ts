import type { I18n, MessageDescriptor } from '@lingui/core';
import type { GoodwillEntry, GoodwillReason } from '../../../shared/contract/index.ts';

export const reasonWords: Readonly<Record<GoodwillReason, MessageDescriptor>> = {
  'long-wait': /*i18n*/ { id: 'manager.goodwill.reason.long-wait', message: 'Waited long' },
  'not-in-stock': /*i18n*/ { id: 'manager.goodwill.reason.not-in-stock', message: 'Not in stock' },
  'kiosk-fault': /*i18n*/ { id: 'manager.goodwill.reason.kiosk-fault', message: 'The kiosk failed' },
  'our-mistake': /*i18n*/ { id: 'manager.goodwill.reason.our-mistake', message: 'Our mistake' },
  other: /*i18n*/ { id: 'manager.goodwill.reason.other', message: 'Something else' },
};

/** To whom a gesture went: a voucher's code, a customer's number, or nobody who is still known. */
export function receiver({ voucher, customerNumber }: GoodwillEntry, i18n: I18n): string {
  if (voucher !== null) return voucher;
  return customerNumber ?? i18n._({ id: 'manager.goodwill.left', message: 'a customer who has left' });
}

/** The books as a spreadsheet takes them: amounts with a point, one line a gesture, in the order they were made. */
export const csvRows = (items: readonly GoodwillEntry[]): (string | number | null)[][] => [
  ['day', 'employee', 'amount_eur', 'reason', 'words', 'voucher', 'customer', 'voided'],
  ...items
    .toReversed()
    .map((entry) => [
      entry.day,
      entry.by,
      (entry.amountCents / 100).toFixed(2),
      entry.reason,
      entry.words,
      entry.voucher,
      entry.customerNumber,
      entry.voided ? 'yes' : 'no',
    ]),
];
