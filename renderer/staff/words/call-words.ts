import type { I18n, MessageDescriptor } from '@lingui/core';
import type { Attempt, CallReason, Language } from '../../../shared/contract/index.ts';
import { spoken } from '../../i18n/setup.ts';
import { languageName } from '../../ui/format.ts';
import type { Standing } from '../desk/card.ts';
import { waited } from '../desk/waited.ts';

/** Reasons as tasks: what the shopper wants or was doing, never how they seem to feel. */
export const reasonWords: Readonly<Record<CallReason, MessageDescriptor>> = {
  asked: /*i18n*/ { id: 'staff.reason.asked', message: 'Asks for a person' },
  complaint: /*i18n*/ { id: 'staff.reason.complaint', message: 'Has a complaint' },
  'repeated-failure': /*i18n*/ { id: 'staff.reason.repeated-failure', message: 'Several tries without success' },
  difficulty: /*i18n*/ { id: 'staff.reason.difficulty', message: 'Not getting further at the kiosk' },
  'product-advice': /*i18n*/ { id: 'staff.reason.product-advice', message: 'Wants advice on a product' },
};

/** How the call in front stands for whoever looks at it. A colleague's call is never in front. */
export const standingWords: Readonly<Record<Exclude<Standing, 'taken'>, MessageDescriptor>> = {
  open: /*i18n*/ { id: 'staff.card.open', message: 'A shopper is waiting' },
  mine: /*i18n*/ { id: 'staff.card.mine', message: 'You are on your way' },
  offered: /*i18n*/ { id: 'staff.card.offered', message: 'A colleague asks you to take over' },
  'with-me': /*i18n*/ { id: 'staff.card.with-me', message: 'You are with the shopper' },
};

/** Which language the shopper speaks. */
export const languageWords = (language: Language, i18n: I18n): string =>
  i18n._({ id: 'staff.language', message: 'Speaks {language}', values: { language: languageName(language, spoken()) } });

const withText: Readonly<Record<Attempt['kind'], MessageDescriptor>> = {
  'search-found': /*i18n*/ { id: 'staff.tried.search-found', message: 'Searched for “{text}”: found' },
  'search-empty': /*i18n*/ { id: 'staff.tried.search-empty', message: 'Searched for “{text}”: nothing found' },
  'question-answered': /*i18n*/ { id: 'staff.tried.question-answered', message: 'Asked “{text}”: answered' },
  'question-unanswered': /*i18n*/ { id: 'staff.tried.question-unanswered', message: 'Asked “{text}”: no answer' },
  'offer-seen': /*i18n*/ { id: 'staff.tried.offer-seen', message: 'Saw the offer “{text}”' },
  joined: /*i18n*/ { id: 'staff.tried.joined', message: 'Joined the loyalty programme' },
  error: /*i18n*/ { id: 'staff.tried.error', message: 'The kiosk had a fault: {text}' },
};

const withoutText: Readonly<Record<Attempt['kind'], MessageDescriptor>> = {
  'search-found': /*i18n*/ { id: 'staff.tried.search-found-plain', message: 'Searched and found' },
  'search-empty': /*i18n*/ { id: 'staff.tried.search-empty-plain', message: 'Searched and found nothing' },
  'question-answered': /*i18n*/ { id: 'staff.tried.question-answered-plain', message: 'Asked a question: answered' },
  'question-unanswered': /*i18n*/ { id: 'staff.tried.question-unanswered-plain', message: 'Asked a question: no answer' },
  'offer-seen': /*i18n*/ { id: 'staff.tried.offer-seen-plain', message: 'Saw the offer' },
  joined: withText.joined,
  error: /*i18n*/ { id: 'staff.tried.error-plain', message: 'The kiosk had a fault' },
};

/** One thing the shopper tried, in one line. */
export const attemptWords = (attempt: Attempt, i18n: I18n): string =>
  attempt.text === null
    ? i18n._(withoutText[attempt.kind])
    : i18n._({ ...withText[attempt.kind], values: { text: attempt.text } });

/** A duration: "35 s", "4 min". */
export function durationWords(ms: number, i18n: I18n): string {
  const { unit, count } = waited(ms);
  return unit === 'second'
    ? i18n._({ id: 'staff.seconds', message: '{count} s', values: { count } })
    : i18n._({ id: 'staff.minutes', message: '{count} min', values: { count } });
}
