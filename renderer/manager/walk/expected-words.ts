import type { I18n } from '@lingui/core';
import type { Expected } from '../../../shared/contract/index.ts';
import { type Ratio, ratio } from './ratio.ts';

/** Fewer spots than this on a side prove little: even without a fault, a third of all people may fare otherwise. */
const fewSpots = 6;

function greetedWords({ greeted, outsideSpots }: Expected, i18n: I18n): string {
  const about = ratio(greeted.share);
  const values = { outsideSpots };
  switch (about.kind) {
    case 'none':
      return i18n._({
        id: 'manager.walk.greeted.none',
        message: 'At none of the {outsideSpots, plural, one {one spot} other {# spots}} outside would a passer-by be greeted.',
        values,
      });
    case 'all':
      return i18n._({ id: 'manager.walk.greeted.all', message: 'Nearly every passer-by would be greeted.' });
    case 'some':
      return i18n._({
        id: 'manager.walk.greeted.some',
        message: '{of, plural, one {About # passer-by} other {About # passers-by}} in {outOf} will be greeted.',
        values: { of: about.of, outOf: about.outOf },
      });
  }
}

function noticedWords({ noticed, insideSpots, wait }: Expected, i18n: I18n): string {
  const about = ratio(noticed.share);
  const seconds = wait === null ? '' : i18n.number(wait / 1000, { maximumFractionDigits: 1 });
  switch (about.kind) {
    case 'none':
      return i18n._({ id: 'manager.walk.noticed.none', message: 'No visitor would be noticed.' });
    case 'all':
      return i18n._({
        id: 'manager.walk.noticed.all',
        message:
          'A visitor is noticed at every one of the {insideSpots, plural, one {one spot} other {# spots}} inside, and waits {seconds} s.',
        values: { insideSpots, seconds },
      });
    case 'some':
      return i18n._({
        id: 'manager.walk.noticed.some',
        message:
          '{of, plural, one {About # visitor} other {About # visitors}} in {outOf} will be noticed within ten seconds, and wait {seconds} s.',
        values: { of: about.of, outOf: about.outOf, seconds },
      });
  }
}

/** How far both may be off: the unfavourable end of each interval. */
function doubtWords({ greeted, noticed, insideSpots, outsideSpots }: Expected, i18n: I18n): string {
  const worst = ratio(greeted.high);
  const least = ratio(noticed.low);
  const words = (r: Ratio) => {
    if (r.kind === 'some')
      return i18n._({ id: 'manager.walk.doubt.ratio', message: '{of} in {outOf}', values: { of: r.of, outOf: r.outOf } });
    return r.kind === 'none'
      ? i18n._({ id: 'manager.walk.doubt.none', message: 'none of the' })
      : i18n._({ id: 'manager.walk.doubt.all', message: 'nearly all' });
  };
  const values = { worst: words(worst), least: words(least) };
  return Math.min(insideSpots, outsideSpots) < fewSpots
    ? i18n._({
        id: 'manager.walk.doubt.few',
        message:
          'With so few spots this is uncertain: as many as {worst} passers-by may be greeted, and as few as {least} visitors noticed. More spots on both sides make it surer.',
        values,
      })
    : i18n._({
        id: 'manager.walk.doubt',
        message: 'At worst, {worst} passers-by are greeted and {least} visitors noticed.',
        values,
      });
}

/** What to expect of a boundary, in three sentences: who is greeted by mistake, who is noticed, and how sure that is. */
export const expectedWords = (expected: Expected, i18n: I18n): readonly [string, string, string] => [
  greetedWords(expected, i18n),
  noticedWords(expected, i18n),
  doubtWords(expected, i18n),
];
