import type { MessageDescriptor } from '@lingui/core';
import type { Statement } from '../../../shared/consent/statements.ts';
import type { IdentityCheck, Purpose } from '../../../shared/contract/index.ts';

export const purposeNames: Readonly<Record<Purpose, MessageDescriptor>> = {
  recognition: /*i18n*/ { id: 'manager.rights.recognition', message: 'Being recognised' },
  history: /*i18n*/ { id: 'manager.rights.history', message: 'Use of purchases' },
  diet: /*i18n*/ { id: 'manager.rights.diet', message: 'Diet' },
  camera: /*i18n*/ { id: 'manager.rights.camera', message: 'Camera' },
};

/** What a text leaves out, and the words that say it. */
export const statementWords: Readonly<Record<Statement, MessageDescriptor>> = {
  question: /*i18n*/ { id: 'manager.rights.missing.question', message: 'Begin with the question.' },
  stop: /*i18n*/ { id: 'manager.rights.missing.stop', message: 'Say that they can stop with one tap, on any screen.' },
  free: /*i18n*/ { id: 'manager.rights.missing.free', message: 'Say what happens “if you say no”.' },
  kept: /*i18n*/ {
    id: 'manager.rights.missing.kept',
    message: 'Say how long: “three years after your last visit”, or “this visit only” for the camera.',
  },
  stored: /*i18n*/ { id: 'manager.rights.missing.stored', message: 'Say that “nothing is recorded”.' },
  short: /*i18n*/ { id: 'manager.rights.missing.short', message: 'Sentences of at most twelve words: they are read standing.' },
};

export const checkNames: Readonly<Record<IdentityCheck, MessageDescriptor>> = {
  'picture-at-kiosk': /*i18n*/ { id: 'manager.rights.check.picture', message: 'They showed their picture at the kiosk' },
  'identity-document': /*i18n*/ { id: 'manager.rights.check.document', message: 'They showed an identity document' },
  'known-in-person': /*i18n*/ { id: 'manager.rights.check.known', message: 'I know them in person' },
};
