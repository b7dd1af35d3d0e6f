import { Trans } from '@lingui/react';
import type { AskAnswer, Language } from '../../../shared/contract/index.ts';
import { time, weekday } from '../../ui/format.ts';

type Hours = Extract<AskAnswer, { kind: 'hours' }>;

/** The day that was asked for, in one sentence; without one, the next seven days. */
export function HoursAnswer({ answer, language }: { readonly answer: Hours; readonly language: Language }) {
  const asked = answer.week.find(({ date }) => date === answer.asked);
  if (asked !== undefined) {
    const date = weekday(asked.date, language);
    const capital = date.slice(0, 1).toLocaleUpperCase(language) + date.slice(1);
    return (
      <p className="answer-words">
        {asked.hours === null ? (
          <Trans id="ask.hours.closed" message="{day}: closed." values={{ day: capital }} />
        ) : (
          <Trans
            id="ask.hours.open"
            message="{day}: {opens} to {closes}."
            values={{ day: capital, opens: time(asked.hours.opens, language), closes: time(asked.hours.closes, language) }}
          />
        )}
      </p>
    );
  }
  return (
    <table className="answer-week">
      <tbody>
        {answer.week.map(({ date, hours }) => (
          <tr key={date} data-today={date === answer.today || undefined}>
            <th scope="row">{weekday(date, language)}</th>
            <td>
              {hours === null ? (
                <Trans id="ask.hours.shut" message="Closed" />
              ) : (
                <Trans
                  id="ask.hours.from-to"
                  message="{opens} to {closes}"
                  values={{ opens: time(hours.opens, language), closes: time(hours.closes, language) }}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
