import { Trans, useLingui } from '@lingui/react';
import { Notice } from '../../ui/Notice.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { Page } from '../parts/Page.tsx';
import { useHouse } from '../use-house.tsx';
import { durationWords } from '../words/duration-words.ts';
import { ClockNotice } from './ClockNotice.tsx';
import { Corrections } from './Corrections.tsx';
import { ReceiverNotices } from './ReceiverNotices.tsx';
import { radioWords } from './radio-words.ts';
import { stateWords } from './receiver-words.ts';
import { isTrouble, radioStanding } from './standing.ts';

/** Whether the radio hears, why not, and what helps. */
export function RadioPage() {
  const { i18n } = useLingui();
  const snapshot = useHouse((house) => house.snapshot);
  const title = <Trans id="manager.section.radio" message="Radio" />;
  if (snapshot === null) return <Page title={title}>{null}</Page>;
  const { radio, receivers } = snapshot;
  const standing = radioStanding(radio);
  const age = (ms: number | null) =>
    ms === null
      ? i18n._({ id: 'manager.radio.never', message: 'nothing yet' })
      : i18n._({ id: 'manager.radio.ago', message: '{duration} ago', values: { duration: durationWords(ms, i18n) } });

  return (
    <Page title={title}>
      <Notice tone={isTrouble(standing) ? 'warm' : 'good'} title={i18n._(radioWords[standing].title)}>
        <p>{i18n._(radioWords[standing].remedy)}</p>
        {isTrouble(standing) && (
          <p className="small">
            <Trans id="manager.radio.detail" message="For whoever looks into it:" /> <span lang="en">{radio.detail}</span>
          </p>
        )}
      </Notice>
      <ClockNotice />
      <dl className="figures-row">
        <div>
          <dt>
            <Trans id="manager.radio.rate" message="Packets per second" />
          </dt>
          <dd className="figure-large">{i18n.number(radio.advertisementsPerSecond, { maximumFractionDigits: 1 })}</dd>
        </div>
        <div>
          <dt>
            <Trans id="manager.radio.last" message="Last packet" />
          </dt>
          <dd className="figure-large">{age(radio.lastAdvertisementAgeMs)}</dd>
        </div>
        <div>
          <dt>
            <Trans id="manager.radio.restarts" message="Restarts of the radio" />
          </dt>
          <dd className="figure-large">{i18n.number(radio.restarts)}</dd>
        </div>
      </dl>
      <h2>
        <Trans id="manager.radio.receivers" message="Receivers" />
      </h2>
      <ReceiverNotices receivers={receivers} />
      <DataTable
        caption={<Trans id="manager.radio.receivers" message="Receivers" />}
        rows={receivers}
        rowId={(receiver) => receiver.id}
        empty={<Trans id="manager.radio.no-receivers" message="No receiver has reported yet." />}
        columns={[
          {
            id: 'id',
            heading: i18n._({ id: 'manager.radio.receiver', message: 'Receiver' }),
            key: (receiver) => receiver.id,
            cell: (receiver) => receiver.id,
          },
          {
            id: 'state',
            heading: i18n._({ id: 'manager.radio.state', message: 'State' }),
            key: (receiver) => i18n._(stateWords[receiver.state]),
            cell: (receiver) => i18n._(stateWords[receiver.state]),
          },
          {
            id: 'heard',
            heading: i18n._({ id: 'manager.radio.heard', message: 'Last heard' }),
            key: (receiver) => receiver.lastHeardAgeMs,
            cell: (receiver) => age(receiver.lastHeardAgeMs),
          },
          {
            id: 'strongest',
            heading: i18n._({ id: 'manager.radio.strongest', message: 'Strongest signal' }),
            key: (receiver) => receiver.strongestDbm,
            cell: (receiver) => (receiver.strongestDbm === null ? '–' : `${i18n.number(receiver.strongestDbm)} dBm`),
            figure: true,
          },
        ]}
      />
      <Corrections receivers={receivers.map(({ id }) => id)} />
      <p className="soft small">
        <Trans
          id="manager.radio.privacy"
          message="These figures count every packet in the air, whoever sent it, and keep none. Only the beacons of customers who agreed are looked up."
        />
      </p>
    </Page>
  );
}
