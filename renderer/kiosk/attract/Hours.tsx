import { Trans } from '@lingui/react';
import type { Language, Opening } from '../../../shared/contract/index.ts';
import { time, weekday } from '../../ui/format.ts';

interface Props {
  readonly opening: Opening;
  readonly language: Language;
}

/** Whether one can come in, or when. */
export function OpenWords({ opening, language }: Props) {
  switch (opening.kind) {
    case 'open':
      return opening.closesInMinutes === null ? (
        <Trans id="attract.open-until" message="Open until {closes}" values={{ closes: time(opening.closes, language) }} />
      ) : (
        <Trans
          id="attract.closes-soon"
          message="{minutes, plural, one {Closes in # minute} other {Closes in # minutes}}"
          values={{ minutes: opening.closesInMinutes }}
        />
      );
    case 'opens-today':
      return (
        <Trans id="attract.opens-today" message="Opens today at {opens}" values={{ opens: time(opening.opens, language) }} />
      );
    case 'opens-later':
      return opening.inDays === 1 ? (
        <Trans
          id="attract.opens-tomorrow"
          message="Opens tomorrow at {opens}"
          values={{ opens: time(opening.opens, language) }}
        />
      ) : (
        <Trans
          id="attract.opens-later"
          message="Opens {day} at {opens}"
          values={{ day: weekday(opening.date, language), opens: time(opening.opens, language) }}
        />
      );
    case 'closed':
      return <Trans id="attract.closed-for-now" message="Closed for now" />;
  }
}

/** The day's hours, or that there are none. */
export function DayWords({ opening, language }: Props) {
  return opening.kind === 'open' || opening.kind === 'opens-today' ? (
    <Trans
      id="attract.open"
      message="Today from {opens} to {closes}"
      values={{ opens: time(opening.opens, language), closes: time(opening.closes, language) }}
    />
  ) : (
    <Trans id="attract.closed-now" message="The store is closed now" />
  );
}
