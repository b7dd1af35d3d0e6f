import { Trans } from '@lingui/react';
import { retentionYears } from '../../../shared/consent/texts.ts';
import { spoken } from '../../i18n/setup.ts';
import { day } from '../../ui/format.ts';
import { WhenLoaded } from '../parts/Page.tsx';
import { useLoaded } from '../use-house.tsx';

/** Who is erased when, in numbers: nobody is named before they are forgotten. */
export function RetentionPanel() {
  const loaded = useLoaded('manager/retention', {});
  return (
    <section className="panel">
      <h2>
        <Trans id="manager.rights.retention" message="Who is forgotten, and when" />
      </h2>
      <WhenLoaded loaded={loaded}>
        {({ customers, due, runs }) => (
          <>
            <p>
              <Trans
                id="manager.rights.retention.words"
                message="{customers, plural, one {# customer.} other {# customers.}} Whoever stays away for {years} years is erased by itself; what the camera reads is never stored."
                values={{ customers, years: retentionYears }}
              />
            </p>
            <ul className="versions">
              {due.map(({ days, customers: count }) => (
                <li key={days}>
                  <Trans
                    id="manager.rights.retention.due"
                    message="Within {days} days: {count, plural, one {# customer} other {# customers}}, unless they come"
                    values={{ days, count }}
                  />
                </li>
              ))}
              {runs.map((run) => (
                <li key={run.day}>
                  <Trans
                    id="manager.rights.retention.done"
                    message="{day}: {count, plural, one {# customer was erased} other {# customers were erased}}"
                    values={{ day: day(run.day, spoken()), count: run.erased }}
                  />
                </li>
              ))}
            </ul>
          </>
        )}
      </WhenLoaded>
    </section>
  );
}
