import type { MessageDescriptor } from '@lingui/core';
import type { CallLevel } from '../../../shared/contract/index.ts';

/** Who hears a call at each level. */
export const reachWords: Readonly<Record<CallLevel, MessageDescriptor>> = {
  matching: /*i18n*/ { id: 'manager.reach.matching', message: 'whoever is free and fits the zone, the subject and the language' },
  available: /*i18n*/ { id: 'manager.reach.available', message: 'everyone on duty who is free' },
  'on-duty': /*i18n*/ { id: 'manager.reach.on-duty', message: 'everyone on duty hears it' },
  manager: /*i18n*/ { id: 'manager.reach.manager', message: 'the managers hear it too, on duty or not' },
  unanswered: /*i18n*/ {
    id: 'manager.reach.unanswered',
    message: 'the kiosk tells the shopper that nobody has answered, and offers a note, another time and the phone number',
  },
};
