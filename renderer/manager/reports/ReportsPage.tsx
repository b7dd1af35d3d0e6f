import { Trans, useLingui } from '@lingui/react';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { reportDays } from '../../../shared/contract/index.ts';
import { csv } from '../../../shared/csv.ts';
import { Button } from '../../ui/Button.tsx';
import { keepAs } from '../parts/keep-as.ts';
import { Page, WhenLoaded } from '../parts/Page.tsx';
import { Select } from '../parts/Select.tsx';
import { useLoaded } from '../use-house.tsx';
import { ReportChart } from './ReportChart.tsx';
import { ReportTable } from './ReportTable.tsx';
import { csvRows } from './rows.ts';

/** How calls were answered over weeks: by hour or by zone, never by person. */
export function ReportsPage() {
  const { i18n } = useLingui();
  const [days, setDays] = useState<(typeof reportDays)[number]>(28);
  const [by, setBy] = useState<'hour' | 'zone'>('hour');
  const report = useLoaded('manager/call-report', { days, by });
  const { answer } = report;
  const keep = () => {
    if (answer !== null) keepAs(`calls-by-${by}-${answer.from}-${answer.to}.csv`, csv(csvRows(answer, by)));
  };
  return (
    <Page
      title={<Trans id="manager.section.reports" message="Reports" />}
      lead={
        <Trans
          id="manager.reports.lead"
          message="How long shoppers waited for a person. Groups with fewer than five calls are not broken down, and nothing is added up per employee."
        />
      }
      actions={
        <>
          <Select
            label={<Trans id="manager.reports.period" message="Period" />}
            value={String(days)}
            onChange={(value) => setDays(reportDays.find((each) => String(each) === value) ?? 28)}
            options={reportDays.map((each) => ({
              value: String(each),
              label: i18n._({ id: 'manager.reports.days', message: 'the last {days} days', values: { days: each } }),
            }))}
          />
          <Select
            label={<Trans id="manager.reports.by" message="Broken down by" />}
            value={by}
            onChange={(value) => setBy(value === 'zone' ? 'zone' : 'hour')}
            options={[
              { value: 'hour', label: i18n._({ id: 'manager.reports.by.hour', message: 'hour of the day' }) },
              { value: 'zone', label: i18n._({ id: 'manager.reports.by.zone', message: 'zone' }) },
            ]}
          />
          <Button
            look="quiet"
            icon={<Download className="icon" aria-hidden="true" />}
            onPress={keep}
            isDisabled={answer === null || answer.cells.length === 0}
          >
            <Trans id="manager.reports.csv" message="Keep as CSV" />
          </Button>
        </>
      }
    >
      <WhenLoaded loaded={report}>
        {(shown) =>
          shown.cells.length === 0 ? (
            <p className="empty">
              <Trans
                id="manager.reports.empty"
                message="Nobody called for a person in this period. Figures appear with the first calls."
              />
            </p>
          ) : (
            <>
              <ReportChart key={`${i18n.locale} ${by}`} report={shown} by={by} />
              <ReportTable report={shown} by={by} />
            </>
          )
        }
      </WhenLoaded>
    </Page>
  );
}
