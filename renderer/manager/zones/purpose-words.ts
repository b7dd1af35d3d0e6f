import type { MessageDescriptor } from '@lingui/core';
import type { Input } from '../../../shared/contract/index.ts';

type Purpose = Input<'manager/zone-save'>['purpose'];

/** What a zone is for, and what follows from it. */
export const purposeWords: Readonly<Record<Purpose, { readonly name: MessageDescriptor; readonly effect: MessageDescriptor }>> = {
  greet: {
    name: /*i18n*/ { id: 'manager.purpose.greet', message: 'Greet at the kiosk' },
    effect: /*i18n*/ { id: 'manager.purpose.greet.effect', message: 'A recognised customer who is alone here is greeted.' },
  },
  queue: {
    name: /*i18n*/ { id: 'manager.purpose.queue', message: 'Queue' },
    effect: /*i18n*/ { id: 'manager.purpose.queue.effect', message: 'Counts who waits here. Nobody is greeted.' },
  },
  entrance: {
    name: /*i18n*/ { id: 'manager.purpose.entrance', message: 'Entrance' },
    effect: /*i18n*/ { id: 'manager.purpose.entrance.effect', message: 'Counts who comes in. Nobody is greeted.' },
  },
  count: {
    name: /*i18n*/ { id: 'manager.purpose.count', message: 'Count only' },
    effect: /*i18n*/ { id: 'manager.purpose.count.effect', message: 'Counts, and nothing else.' },
  },
};
