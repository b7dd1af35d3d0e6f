import type { MessageDescriptor } from '@lingui/core';
import type { ColourRole } from '../../../shared/look/check.ts';
import type { SampleLook } from '../../../shared/look/samples.ts';

export const colourWords: Readonly<Record<ColourRole, { readonly label: MessageDescriptor; readonly hint: MessageDescriptor }>> =
  {
    paper: {
      label: /*i18n*/ { id: 'manager.look.paper', message: 'Paper' },
      hint: /*i18n*/ { id: 'manager.look.paper-hint', message: 'What everything stands on; light.' },
    },
    ink: {
      label: /*i18n*/ { id: 'manager.look.ink', message: 'Ink' },
      hint: /*i18n*/ { id: 'manager.look.ink-hint', message: 'Words and lines; dark.' },
    },
    primary: {
      label: /*i18n*/ { id: 'manager.look.primary', message: 'Main colour' },
      hint: /*i18n*/ { id: 'manager.look.primary-hint', message: 'The sign, the awning, the one main button.' },
    },
    warm: {
      label: /*i18n*/ { id: 'manager.look.warm', message: 'Warm colour' },
      hint: /*i18n*/ { id: 'manager.look.warm-hint', message: 'What invites; the wall behind the window.' },
    },
  };

export const sampleWords: Readonly<Record<SampleLook, MessageDescriptor>> = {
  bakery: /*i18n*/ { id: 'manager.look.sample.bakery', message: 'A bakery' },
  hardware: /*i18n*/ { id: 'manager.look.sample.hardware', message: 'A hardware shop' },
};
