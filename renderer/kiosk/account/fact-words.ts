import type { MessageDescriptor } from '@lingui/core';
import type { FactKind } from '../../../shared/contract/index.ts';

interface FactWords {
  readonly name: MessageDescriptor;
  readonly purpose: MessageDescriptor;
  readonly source: MessageDescriptor;
}

const fromYou = /*i18n*/ { id: 'fact.from.you', message: 'You told us.' };
const fromJoining = /*i18n*/ { id: 'fact.from.joining', message: 'Made by us for your account.' };
const fromYourAnswers = /*i18n*/ { id: 'fact.from.answers', message: 'Noted when you touched this screen.' };

/** What each fact is called, what it is there for, and where it is from. */
export const factWords: Readonly<Record<FactKind, FactWords>> = {
  number: {
    name: /*i18n*/ { id: 'account.number', message: 'Customer number' },
    purpose: /*i18n*/ { id: 'fact.number.why', message: 'The till finds your account by it.' },
    source: fromJoining,
  },
  name: {
    name: /*i18n*/ { id: 'account.name', message: 'Name' },
    purpose: /*i18n*/ { id: 'fact.name.why', message: 'To greet you, and for the person you call.' },
    source: fromYou,
  },
  language: {
    name: /*i18n*/ { id: 'correct.language', message: 'Language' },
    purpose: /*i18n*/ { id: 'fact.language.why', message: 'The kiosk speaks it with you.' },
    source: fromYou,
  },
  picture: {
    name: /*i18n*/ { id: 'fact.picture', message: 'Secret picture' },
    purpose: /*i18n*/ { id: 'fact.picture.why', message: 'It proves that it is you. We do not show which one it is.' },
    source: fromYou,
  },
  'last-visit': {
    name: /*i18n*/ { id: 'fact.last-visit', message: 'Last visit' },
    purpose: /*i18n*/ { id: 'fact.last-visit.why', message: 'Three years later we erase everything.' },
    source: /*i18n*/ { id: 'fact.from.recognised', message: 'Noted when the kiosk knew you. Earlier days are not kept.' },
  },
  beacons: {
    name: /*i18n*/ { id: 'beacons.title', message: 'Your beacons' },
    purpose: /*i18n*/ { id: 'fact.beacons.why', message: 'The kiosk knows you by them.' },
    source: /*i18n*/ { id: 'fact.from.beacon', message: 'Held against the screen by you.' },
  },
  card: {
    name: /*i18n*/ { id: 'fact.card', message: 'Your card' },
    purpose: /*i18n*/ { id: 'fact.card.why', message: 'It opens your account without a beacon.' },
    source: /*i18n*/ { id: 'fact.from.card', message: 'Made at this kiosk when you asked for it.' },
  },
  purchases: {
    name: /*i18n*/ { id: 'fact.purchases', message: 'Purchases' },
    purpose: /*i18n*/ { id: 'fact.purchases.why', message: 'To choose an offer, and to help when you call us.' },
    source: /*i18n*/ { id: 'fact.from.till', message: 'From the till, under your number.' },
  },
  declined: {
    name: /*i18n*/ { id: 'fact.declined', message: 'Offers you did not want' },
    purpose: /*i18n*/ { id: 'fact.declined.why', message: 'We do not show them again for thirty days.' },
    source: fromYourAnswers,
  },
  gestures: {
    name: /*i18n*/ { id: 'fact.gestures', message: 'Gestures for you' },
    purpose: /*i18n*/ { id: 'fact.gestures.why', message: 'The store must keep its books.' },
    source: /*i18n*/ { id: 'fact.from.employee', message: 'Noted by the employee who gave it.' },
  },
  preferences: {
    name: /*i18n*/ { id: 'account.preferences', message: 'My preferences' },
    purpose: /*i18n*/ { id: 'fact.preferences.why', message: 'For what stands on their page, and nothing else.' },
    source: fromYou,
  },
  answers: {
    name: /*i18n*/ { id: 'fact.answers', message: 'What you said yes or no to' },
    purpose: /*i18n*/ { id: 'fact.answers.why', message: 'To prove that we asked you. It outlives the rest, without your name.' },
    source: fromYourAnswers,
  },
};
