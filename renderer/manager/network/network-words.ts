import type { MessageDescriptor } from '@lingui/core';
import type { NetworkStanding } from '../../../shared/contract/index.ts';

type Trouble = NetworkStanding['troubles'][number];

/** What is the matter with a certificate, and what helps. */
export const troubleWords: Readonly<
  Record<Trouble, { readonly tone: 'warm' | 'problem'; readonly title: MessageDescriptor; readonly remedy: MessageDescriptor }>
> = {
  expired: {
    tone: 'problem',
    title: /*i18n*/ { id: 'manager.network.expired', message: 'The station’s certificate has expired' },
    remedy: /*i18n*/ {
      id: 'manager.network.expired.remedy',
      message: 'Phones warn and refuse the staff page. Ask the person who installed the kiosk for a new certificate today.',
    },
  },
  'replacement-unusable': {
    tone: 'warm',
    title: /*i18n*/ { id: 'manager.network.replacement', message: 'A new certificate cannot be used' },
    remedy: /*i18n*/ {
      id: 'manager.network.replacement.remedy',
      message:
        'The files were replaced or due for renewal, and do not fit. The present certificate goes on until it expires; “prevenance doctor” says what is wrong.',
    },
  },
  'expires-soon': {
    tone: 'warm',
    title: /*i18n*/ { id: 'manager.network.soon', message: 'The station’s certificate expires soon' },
    remedy: /*i18n*/ {
      id: 'manager.network.soon.remedy',
      message: 'It should have been renewed by now. Ask the person who installed the kiosk.',
    },
  },
  'authority-expires-soon': {
    tone: 'warm',
    title: /*i18n*/ { id: 'manager.network.authority-soon', message: 'The store’s authority expires soon' },
    remedy: /*i18n*/ {
      id: 'manager.network.authority-soon.remedy',
      message: 'A new one is needed, and every phone must install it. Plan this with the person who installed the kiosk.',
    },
  },
};
