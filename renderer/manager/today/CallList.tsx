import { Trans, useLingui } from '@lingui/react';
import type { DayReport } from '../../../shared/contract/index.ts';
import { spoken } from '../../i18n/setup.ts';
import { locales } from '../../ui/format.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { reasonList, stateWords } from '../words/call-words.ts';
import { durationWords } from '../words/duration-words.ts';

/** The day's calls. It names who came, so that a question can be asked; it adds nothing up per person. */
export function CallList({ calls, timeZone }: { readonly calls: DayReport['list']; readonly timeZone: string | undefined }) {
  const { i18n } = useLingui();
  const clock = new Intl.DateTimeFormat(locales[spoken()], { hour: '2-digit', minute: '2-digit', timeZone });
  const duration = (ms: number | null) => (ms === null ? '–' : durationWords(ms, i18n));
  return (
    <section className="stack">
      <h2>
        <Trans id="manager.calls" message="Calls of the day" />
      </h2>
      <DataTable
        caption={<Trans id="manager.calls" message="Calls of the day" />}
        rows={calls}
        rowId={(call) => call.id}
        first={{ column: 'at', direction: 'descending' }}
        empty={<Trans id="manager.calls.empty" message="Nobody called for a person on this day." />}
        columns={[
          {
            id: 'at',
            heading: i18n._({ id: 'manager.calls.at', message: 'Time' }),
            key: (call) => call.raisedAt,
            cell: (call) => clock.format(call.raisedAt),
          },
          {
            id: 'reasons',
            heading: i18n._({ id: 'manager.calls.reasons', message: 'Why' }),
            key: (call) => reasonList(call.reasons, i18n),
            cell: (call) => reasonList(call.reasons, i18n),
          },
          {
            id: 'state',
            heading: i18n._({ id: 'manager.offers.standing', message: 'State' }),
            key: (call) => i18n._(stateWords[call.state]),
            cell: (call) => i18n._(stateWords[call.state]),
          },
          {
            id: 'employee',
            heading: i18n._({ id: 'manager.calls.employee', message: 'Who came' }),
            cell: (call) => call.employee ?? '–',
          },
          {
            id: 'claim',
            heading: i18n._({ id: 'manager.calls.to-claim', message: 'Until claimed' }),
            key: (call) => call.toClaimMs,
            cell: (call) => duration(call.toClaimMs),
            figure: true,
          },
          {
            id: 'arrival',
            heading: i18n._({ id: 'manager.calls.to-arrival', message: 'Until arrival' }),
            key: (call) => call.toArrivalMs,
            cell: (call) => duration(call.toArrivalMs),
            figure: true,
          },
          {
            id: 'needed',
            heading: i18n._({ id: 'manager.calls.needed', message: 'Help was needed' }),
            key: (call) => call.helpNeeded,
            cell: (call) => {
              if (call.helpNeeded === null) return '–';
              return call.helpNeeded
                ? i18n._({ id: 'manager.yes', message: 'yes' })
                : i18n._({ id: 'manager.not-really', message: 'not really' });
            },
          },
        ]}
      />
    </section>
  );
}
