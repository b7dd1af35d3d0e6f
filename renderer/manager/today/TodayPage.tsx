import { Trans, useLingui } from '@lingui/react';
import { useEffect, useState } from 'react';
import { spoken } from '../../i18n/setup.ts';
import { Field } from '../../ui/Field.tsx';
import { weekday } from '../../ui/format.ts';
import { Page, WhenLoaded } from '../parts/Page.tsx';
import { useHouse, useLoaded } from '../use-house.tsx';
import { CallList } from './CallList.tsx';
import { DayChart } from './DayChart.tsx';
import { Figures } from './Figures.tsx';
import { Now } from './Now.tsx';
import { StartHere } from './StartHere.tsx';

/** How often today's figures are read again, in milliseconds. */
const REFRESH_MS = 15_000;

export function TodayPage() {
  const { i18n } = useLingui();
  const [date, setDate] = useState<string | null>(null);
  const report = useLoaded('manager/report', { date });
  const timeZone = useLoaded('manager/store', {}).answer?.timeZone;
  const open = useHouse((house) => house.snapshot?.openCalls.length ?? 0);
  const demo = useHouse((house) => house.snapshot?.demo ?? true);
  const { reload } = report;

  // A call that opens or ends changes the figures at once; everything else can wait for the next reading.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the number of open calls is the trigger
  useEffect(() => {
    void reload();
    const timer = setInterval(() => void reload(), REFRESH_MS);
    return () => clearInterval(timer);
  }, [reload, open]);

  return (
    <Page
      title={date === null ? <Trans id="manager.section.today" message="Today" /> : weekday(date, spoken())}
      lead={date === null && report.answer !== null ? weekday(report.answer.date, spoken()) : undefined}
      actions={
        <Field
          label={<Trans id="manager.today.day" message="Day" />}
          type="date"
          value={date ?? report.answer?.date ?? ''}
          onChange={(text) => setDate(text === '' ? null : text)}
        />
      }
    >
      {date === null && !demo && <StartHere />}
      {date === null && <Now />}
      <WhenLoaded loaded={report}>
        {(day) =>
          day.visits === 0 && day.calls.raised === 0 ? (
            <p className="empty">
              <Trans
                id="manager.today.empty"
                message="Nobody has used the kiosk on this day. Figures appear with the first visit."
              />
            </p>
          ) : (
            <>
              <Figures day={day} />
              <DayChart key={i18n.locale} hours={day.hours} />
              <CallList calls={day.list} timeZone={timeZone} />
            </>
          )
        }
      </WhenLoaded>
    </Page>
  );
}
