import type { I18n, MessageDescriptor } from '@lingui/core';
import type { VisitView } from '../../../shared/contract/index.ts';
import { spoken } from '../../i18n/setup.ts';
import { locales } from '../../ui/format.ts';

type Because = NonNullable<VisitView['proposal']>['because'];

/** What did not work, as part of a sentence. What the camera made of a face has no words here: it never stands alone. */
const parts: Readonly<Record<string, MessageDescriptor>> = {
  'search-empty': /*i18n*/ {
    id: 'because.search-empty',
    message: '{times, plural, one {a search without result} other {# searches without result}}',
  },
  'search-repeated': /*i18n*/ {
    id: 'because.search-repeated',
    message: '{times, plural, one {a search made again} other {a search made # times more}}',
  },
  'question-unanswered': /*i18n*/ {
    id: 'because.question-unanswered',
    message: '{times, plural, one {a question without answer} other {# questions without answer}}',
  },
  'question-repeated': /*i18n*/ {
    id: 'because.question-repeated',
    message: '{times, plural, one {a question asked again} other {a question asked # times more}}',
  },
  error: /*i18n*/ { id: 'because.error', message: '{times, plural, one {a fault of ours} other {# faults of ours}}' },
  'time-out': /*i18n*/ { id: 'because.time-out', message: 'a long wait' },
  'back-and-forth': /*i18n*/ { id: 'because.back-and-forth', message: 'going back and forth' },
  'scan-repeated': /*i18n*/ { id: 'because.scan-repeated', message: 'a scan that did not work' },
  'rage-taps': /*i18n*/ { id: 'because.rage-taps', message: 'repeated touches' },
  'dead-tap': /*i18n*/ { id: 'because.dead-tap', message: 'touches without effect' },
};

/** Two are remembered; more is a list of faults. */
const told = 2;

/** What did not work, as a list within a sentence; empty when there are no words for it. */
export function whatFailed(because: Because, i18n: I18n): string {
  const known = because.flatMap(({ code, times }) => {
    const words = parts[code];
    return words === undefined ? [] : [i18n._({ ...words, values: { times } })];
  });
  return new Intl.ListFormat(locales[spoken()], { type: 'conjunction' }).format(known.slice(0, told));
}
