import { Trans, useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { DayReport } from '../../../shared/contract/index.ts';
import { type Share, share, type Typical, typical } from '../figures/honest.ts';
import { durationWords } from '../words/duration-words.ts';

function Figure({ name, value, note }: { readonly name: ReactNode; readonly value: string; readonly note: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="figure-large">{value}</dd>
      <dd className="soft">{note}</dd>
    </div>
  );
}

/** The day in four figures. A percentage or a median appears only when enough cases stand behind it. */
export function Figures({ day }: { readonly day: DayReport }) {
  const { i18n } = useLingui();
  const percent = ({ percent }: Share) => (percent === null ? '' : ` (${i18n.number(percent / 100, { style: 'percent' })})`);
  const typicalWords = (of: Typical): { readonly value: string; readonly note: string } => {
    switch (of.kind) {
      case 'none':
        return { value: '–', note: i18n._({ id: 'manager.typical.none', message: 'no case yet' }) };
      case 'few':
        return {
          value: of.each
            .slice(0, 3)
            .map((ms) => durationWords(ms, i18n))
            .join(' · '),
          note: i18n._({
            id: 'manager.typical.few',
            message: '{count, plural, one {one case} other {# cases}}: too few for a typical value',
            values: { count: of.each.length },
          }),
        };
      case 'median':
        return {
          value: durationWords(of.ms, i18n),
          note: i18n._({ id: 'manager.typical.median', message: 'median of {count}', values: { count: of.of } }),
        };
    }
  };
  const { calls } = day;
  const recognised = share(day.recognised, day.visits);
  const declined = share(day.offersDeclined, day.offersShown);
  const needed = share(calls.helpNeeded, calls.helpNeeded + calls.helpNotNeeded);
  const toClaim = typicalWords(
    typical(
      day.list.map((call) => call.toClaimMs),
      calls.medianToClaimMs,
    ),
  );
  const toArrival = typicalWords(
    typical(
      day.list.map((call) => call.toArrivalMs),
      calls.medianToArrivalMs,
    ),
  );

  return (
    <dl className="figures-row">
      <Figure
        name={<Trans id="manager.figure.visits" message="Visits" />}
        value={i18n.number(day.visits)}
        note={
          <Trans
            id="manager.figure.recognised"
            message="{count, plural, one {# recognised} other {# recognised}}{percent}"
            values={{ count: recognised.part, percent: percent(recognised) }}
          />
        }
      />
      <Figure
        name={<Trans id="manager.figure.offers" message="Offers shown" />}
        value={i18n.number(day.offersShown)}
        note={
          <Trans
            id="manager.figure.declined"
            message="{count, plural, one {# declined} other {# declined}}{percent}"
            values={{ count: declined.part, percent: percent(declined) }}
          />
        }
      />
      <Figure
        name={<Trans id="manager.figure.calls" message="Calls" />}
        value={i18n.number(calls.raised)}
        note={
          <>
            <Trans
              id="manager.figure.ends"
              message="{resolved, plural, one {# resolved} other {# resolved}}, {cancelled, plural, one {# cancelled} other {# cancelled}}, {unanswered} unanswered"
              values={{ resolved: calls.resolved, cancelled: calls.cancelled, unanswered: calls.unanswered }}
            />
            {needed.whole > 0 && (
              <>
                <br />
                <Trans
                  id="manager.figure.needed"
                  message="help was needed in {part} of {whole}{percent}"
                  values={{ part: needed.part, whole: needed.whole, percent: percent(needed) }}
                />
              </>
            )}
          </>
        }
      />
      <Figure name={<Trans id="manager.figure.to-claim" message="From call to “I’m coming”" />} {...toClaim} />
      <Figure name={<Trans id="manager.figure.to-arrival" message="From call to arrival" />} {...toArrival} />
    </dl>
  );
}
