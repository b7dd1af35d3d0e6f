import type { MessageDescriptor } from '@lingui/core';
import type { GoodwillReason } from '../../../shared/contract/index.ts';

/** Why an employee gave something, told to the one who got it. */
export const gestureWords: Readonly<Record<GoodwillReason, MessageDescriptor>> = {
  'long-wait': /*i18n*/ { id: 'points.long-wait', message: 'You had to wait' },
  'not-in-stock': /*i18n*/ { id: 'points.not-in-stock', message: 'Something was missing from the shelf' },
  'kiosk-fault': /*i18n*/ { id: 'points.kiosk-fault', message: 'The kiosk did not work' },
  'our-mistake': /*i18n*/ { id: 'points.our-mistake', message: 'We made a mistake' },
  other: /*i18n*/ { id: 'points.other', message: 'A gesture' },
};
