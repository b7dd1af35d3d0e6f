import type { I18n, MessageDescriptor } from '@lingui/core';
import type { FieldProblem, Problem } from './check.ts';

const words: Readonly<Record<Problem, MessageDescriptor>> = {
  missing: /*i18n*/ { id: 'manager.problem.missing', message: 'Please fill this in.' },
  'not-a-number': /*i18n*/ { id: 'manager.problem.not-a-number', message: 'This is not a number.' },
  'too-small': /*i18n*/ { id: 'manager.problem.too-small', message: 'The least is {limit}.' },
  'too-large': /*i18n*/ { id: 'manager.problem.too-large', message: 'The most is {limit}.' },
  'too-short': /*i18n*/ { id: 'manager.problem.too-short', message: 'At least {limit} characters.' },
  'too-long': /*i18n*/ { id: 'manager.problem.too-long', message: 'At most {limit} characters.' },
  'none-chosen': /*i18n*/ { id: 'manager.problem.none-chosen', message: 'Choose at least one.' },
  'bad-date': /*i18n*/ { id: 'manager.problem.bad-date', message: 'This is not a day of the calendar.' },
  'bad-time': /*i18n*/ { id: 'manager.problem.bad-time', message: 'Write a time such as 09:30.' },
  'bad-code': /*i18n*/ { id: 'manager.problem.bad-code', message: '2 to 12 letters or digits, without accents.' },
  'bad-pin': /*i18n*/ { id: 'manager.problem.bad-pin', message: '4 to 8 digits.' },
  'bad-badge': /*i18n*/ { id: 'manager.problem.bad-badge', message: '4 to 64 letters or digits.' },
  'less-than-above': /*i18n*/ { id: 'manager.problem.less-than-above', message: 'This is less than the limit before it.' },
  'far-not-weaker': /*i18n*/ {
    id: 'manager.problem.far-not-weaker',
    message: 'The far boundary must be at least 2 dB weaker than the near one (more negative).',
  },
  'not-rising': /*i18n*/ { id: 'manager.problem.not-rising', message: 'More than the level before it.' },
  'ends-before-start': /*i18n*/ { id: 'manager.problem.ends-before-start', message: 'The last day is before the first.' },
  'bad-address': /*i18n*/ {
    id: 'manager.problem.bad-address',
    message: 'Write it whole, with its beginning and without a password in it.',
  },
  'bad-certificate': /*i18n*/ {
    id: 'manager.problem.bad-certificate',
    message: 'This is no certificate: it begins with -----BEGIN CERTIFICATE-----.',
  },
  'bad-topic': /*i18n*/ {
    id: 'manager.problem.bad-topic',
    message: 'A topic has no + and no #, and only the words listed may stand in braces.',
  },
  'bad-braces': /*i18n*/ { id: 'manager.problem.bad-braces', message: 'Only the words listed may stand in braces.' },
  'bad-email': /*i18n*/ { id: 'manager.problem.bad-email', message: 'This is not an e-mail address.' },
  'not-later': /*i18n*/ { id: 'manager.problem.not-later', message: 'This must be later than what comes before it.' },
  'bad-colour': /*i18n*/ { id: 'manager.problem.bad-colour', message: 'Write a colour such as #115e3e.' },
  'not-accepted': /*i18n*/ { id: 'manager.problem.not-accepted', message: 'This is not accepted.' },
};

/** Refusals of the station that name one field. */
const refusals: Readonly<Record<string, MessageDescriptor>> = {
  'bad-address': words['bad-address'],
  'bad-certificate': words['bad-certificate'],
  'code-taken': /*i18n*/ { id: 'manager.problem.code-taken', message: 'Another employee has this code.' },
  'badge-taken': /*i18n*/ { id: 'manager.problem.badge-taken', message: 'Another employee has this badge.' },
  'wrong-password': /*i18n*/ { id: 'manager.problem.wrong-password', message: 'This is not the present password.' },
  'known-password': /*i18n*/ {
    id: 'manager.problem.known-password',
    message: 'This is the password of every demo store. Choose another.',
  },
  'answer-needed': /*i18n*/ {
    id: 'manager.problem.answer-needed',
    message: 'Write the answer that the shopper will read.',
  },
  'pin-needed': /*i18n*/ { id: 'manager.problem.pin-needed', message: 'A new employee needs a PIN.' },
  'offer-dearer': /*i18n*/ { id: 'manager.problem.offer-dearer', message: 'This is more than the product’s own price.' },
  'no-such-product': /*i18n*/ { id: 'manager.problem.no-such-product', message: 'The catalogue does not have this product.' },
  'no-such-skill': /*i18n*/ { id: 'manager.problem.no-such-skill', message: 'The rota has no such skill.' },
  'no-such-time-zone': /*i18n*/ { id: 'manager.problem.no-such-time-zone', message: 'There is no such time zone.' },
  'wrong-login': /*i18n*/ { id: 'manager.problem.wrong-code', message: 'This is not the code the station printed.' },
};

/**
 * The sentence beside a field.
 * @param scale divides a limit given in another unit than the field's own (milliseconds for seconds, cents for euros)
 */
export function problemWords({ problem, limit, said }: FieldProblem, i18n: I18n, scale = 1): string {
  const refusal = said === null ? undefined : refusals[said];
  if (refusal !== undefined) return i18n._(refusal);
  const shown = limit === null ? '' : i18n.number(limit / scale);
  return i18n._({ ...words[problem], values: { limit: shown } });
}

const sending: Readonly<Record<string, MessageDescriptor>> = {
  'over-own-day': /*i18n*/ {
    id: 'manager.refused.over-own-day',
    message: 'Meanwhile this employee has given what their budget of that day allows.',
  },
  'over-day': /*i18n*/ {
    id: 'manager.refused.over-day',
    message: 'Meanwhile the store’s budget of that day has been given.',
  },
  'over-gesture': /*i18n*/ {
    id: 'manager.refused.over-gesture',
    message: 'This is more than one gesture may be by now.',
  },
  'no-goodwill': /*i18n*/ { id: 'manager.refused.no-goodwill', message: 'There is no budget for gestures any more.' },
  'see-fields': /*i18n*/ { id: 'manager.refused.see-fields', message: 'Not saved yet: see the fields marked above.' },
  unreachable: /*i18n*/ {
    id: 'manager.refused.unreachable',
    message: 'The station did not answer. What you typed is still here; try again in a moment.',
  },
  'not-allowed': /*i18n*/ { id: 'manager.refused.not-allowed', message: 'Your session has ended. Please log in again.' },
  'disk-full': /*i18n*/ {
    id: 'manager.refused.disk-full',
    message: 'The station’s disk is full. Nothing was saved; free some space first.',
  },
  'too-large': /*i18n*/ { id: 'manager.refused.too-large', message: 'This file is too large. Split it into several.' },
  'too-late': /*i18n*/ {
    id: 'manager.refused.too-late',
    message: 'This was deleted too long ago to be brought back. Please add it anew.',
  },
  'unknown-picture': /*i18n*/ {
    id: 'manager.refused.unknown-picture',
    message: 'This is no picture the browser can read. Choose a PNG, JPEG or WebP file.',
  },
  contrast: /*i18n*/ {
    id: 'manager.refused.contrast',
    message: 'These colours cannot be read by everyone. Use the proposed ones, or keep them as a draft.',
  },
  'unknown-logo': /*i18n*/ {
    id: 'manager.refused.unknown-logo',
    message: 'This is no SVG or PNG drawing, or it is damaged. Choose another file.',
  },
  'logo-tells': /*i18n*/ {
    id: 'manager.refused.logo-tells',
    message:
      'This drawing holds more than shapes: text, a picture, a script or a link. Convert text to paths and export it as plain SVG.',
  },
  'logo-too-large': /*i18n*/ { id: 'manager.refused.logo-too-large', message: 'A logo has at most 256 KiB.' },
  'spot-running': /*i18n*/ {
    id: 'manager.refused.spot-running',
    message: 'A spot is being recorded already, perhaps on another page.',
  },
  'no-walk': /*i18n*/ { id: 'manager.refused.no-walk', message: 'The walk test has ended meanwhile. Begin a new one.' },
  'no-beacon': /*i18n*/ {
    id: 'manager.refused.no-beacon',
    message: 'The station does not know which beacon you carry. Hold it against the receiver first.',
  },
  'already-imported': /*i18n*/ {
    id: 'manager.refused.already-imported',
    message: 'This very file was imported before. Nothing was counted twice.',
  },
  'changed-meanwhile': /*i18n*/ {
    id: 'manager.refused.changed-meanwhile',
    message: 'Somebody has saved another version since. It is in the list below; yours is still here.',
  },
  'nothing-changed': /*i18n*/ {
    id: 'manager.refused.nothing-changed',
    message: 'The draft is what is published already.',
  },
  throttled: /*i18n*/ { id: 'manager.refused.throttled', message: 'Too many tries. Wait a quarter of an hour.' },
  'passkey-cancelled': /*i18n*/ {
    id: 'manager.refused.passkey-cancelled',
    message: 'The browser made no passkey. Nothing was changed; try again when you are ready.',
  },
  'passkey-known': /*i18n*/ { id: 'manager.refused.passkey-known', message: 'This passkey is here already.' },
  'import-running': /*i18n*/ {
    id: 'manager.refused.import-running',
    message: 'Another import is running. Try again when it is done.',
  },
};

const otherwise: MessageDescriptor = /*i18n*/ {
  id: 'manager.refused.other',
  message: 'The station refused this (code: {code}). What you typed is still here.',
};

/** Why something was not done, in one sentence. */
export const refusedWords = (code: string, i18n: I18n): string => i18n._({ ...(sending[code] ?? otherwise), values: { code } });
