import { Trans, useLingui } from '@lingui/react';
import type { CallReport } from '../../../shared/contract/index.ts';
import { Bars } from '../figures/Bars.tsx';
import { durationWords } from '../words/duration-words.ts';
import { useGroupWords } from './group-words.ts';
import { medianSeconds, slowest } from './rows.ts';

/** Median waits per group, with the sentence that says what they mean. The table beneath has the same figures. */
export function ReportChart({ report, by }: { readonly report: CallReport; readonly by: 'hour' | 'zone' }) {
  const { i18n } = useLingui();
  const groupWords = useGroupWords(by);
  const duration = (seconds: number) => durationWords(seconds * 1000, i18n);
  const toClaim = i18n._({ id: 'manager.figure.to-claim', message: 'From call to “I’m coming”' });
  const toArrival = i18n._({ id: 'manager.figure.to-arrival', message: 'From call to arrival' });
  const said = () => {
    const worst = slowest(report);
    switch (worst.kind) {
      case 'unknown':
        return i18n._({ id: 'manager.reports.few', message: 'Too few calls to compare.' });
      case 'alike':
        return i18n._({ id: 'manager.reports.alike', message: 'Shoppers wait about as long everywhere in this comparison.' });
      case 'group':
        return i18n._({
          id: 'manager.reports.slowest',
          message: 'The longest wait is at {group}: half the shoppers wait {there} or more, against {all} overall.',
          values: { group: groupWords(worst.group), there: duration(worst.seconds), all: duration(worst.all) },
        });
    }
  };
  return (
    <section className="panel" aria-labelledby="report-chart">
      <div className="panel-head">
        <h2 id="report-chart">
          <Trans id="manager.reports.chart" message="Median waits" />
        </h2>
        <ul className="legend" aria-hidden="true">
          <li>{toClaim}</li>
          <li>{toArrival}</li>
        </ul>
      </div>
      <Bars
        chart={{
          groups: report.cells.map(({ group }) => groupWords(group)),
          series: [
            { label: toClaim, values: report.cells.map((cell) => medianSeconds(cell, 'toClaim')) },
            { label: toArrival, values: report.cells.map((cell) => medianSeconds(cell, 'toArrival')) },
          ],
          atLeast: 60,
          steps: [15, 30, 60, 120, 300, 600],
        }}
        said={said()}
        words={duration}
      />
      <p className="chart-said">{said()}</p>
    </section>
  );
}
