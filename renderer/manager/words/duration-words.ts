import type { I18n } from '@lingui/core';
import { waited } from '../../staff/desk/waited.ts';

/** A duration: "35 s", "4 min". */
export function durationWords(ms: number, i18n: I18n): string {
  const { unit, count } = waited(ms);
  return unit === 'second'
    ? i18n._({ id: 'manager.seconds', message: '{count} s', values: { count } })
    : i18n._({ id: 'manager.minutes', message: '{count} min', values: { count } });
}
