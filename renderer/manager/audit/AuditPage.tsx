import { Trans, useLingui } from '@lingui/react';
import { useMemo, useState } from 'react';
import type { AuditRecord } from '../../../shared/audit/record.ts';
import type { EpochMs } from '../../../shared/units.ts';
import { Refused } from '../../api.ts';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { locales } from '../../ui/format.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { refusedWords } from '../forms/problem-words.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { keepAs } from '../parts/keep-as.ts';
import { Page, WhenLoaded } from '../parts/Page.tsx';
import { Select } from '../parts/Select.tsx';
import { todayHere } from '../parts/today-here.ts';
import { useActions, useLoaded } from '../use-house.tsx';
import { actorWords, deedWords, deviceWords, type Names, outcomeWords } from './audit-words.ts';
import { toCsv, toNdjson } from './export.ts';

/** Identifiers in the log, and what people call them. */
function useNames(): Names & { reload(): Promise<unknown> } {
  const { answer: employees, reload: reloadEmployees } = useLoaded('manager/employees', {});
  const { answer: devices, reload: reloadDevices } = useLoaded('manager/devices', {});
  return useMemo(
    () => ({
      employees: new Map(employees?.items.map(({ value }) => [value.id, value.name])),
      devices: new Map([...(devices?.items ?? []), ...(devices?.gone ?? [])].map(({ id, name }) => [id, name])),
      reload: () => Promise.all([reloadEmployees(), reloadDevices()]),
    }),
    [employees, devices, reloadEmployees, reloadDevices],
  );
}

function Export() {
  const { i18n } = useLingui();
  const { call } = useActions();
  const [failed, setFailed] = useState<string | null>(null);
  const save = async (format: 'ndjson' | 'csv') => {
    setFailed(null);
    try {
      const lines: string[] = [];
      for (let after: number | null = 0; after !== null; ) {
        const part: Awaited<ReturnType<typeof call<'manager/audit-export'>>> = await call('manager/audit-export', { after });
        lines.push(...part.lines);
        after = part.next;
        if (after === null)
          keepAs(`audit-${todayHere()}.${format}`, format === 'csv' ? toCsv(lines) : toNdjson(lines, part.head));
      }
    } catch (error) {
      setFailed(error instanceof Refused ? error.code : 'unreachable');
    }
  };
  return (
    <>
      <Button onPress={() => void save('ndjson')}>
        <Trans id="manager.audit.export.ndjson" message="Export to check later (NDJSON)" />
      </Button>
      <Button onPress={() => void save('csv')}>
        <Trans id="manager.audit.export.csv" message="Export for a spreadsheet (CSV)" />
      </Button>
      {failed !== null && <Notice tone="problem">{refusedWords(failed, i18n)}</Notice>}
    </>
  );
}

/** The log of who did what: everything employees, managers and commands do, and what they were refused. */
export function AuditPage() {
  const { i18n } = useLingui();
  const names = useNames();
  const [actor, setActor] = useState('');
  const [refusedOnly, setRefusedOnly] = useState(false);
  /** Where each older page begins; the last one is shown. */
  const [older, setOlder] = useState<readonly number[]>([]);
  const before = older.at(-1) ?? null;
  const loaded = useLoaded('manager/audit', { before, actor: actor === '' ? null : actor, refusedOnly });
  const when = new Intl.DateTimeFormat(locales[spoken()], { dateStyle: 'short', timeStyle: 'medium' });
  const subject = ({ subject }: AuditRecord) =>
    subject === null ? '' : (names.employees.get(subject) ?? names.devices.get(subject) ?? subject);
  const actors = ['manager', ...[...names.employees.keys()].map((id) => `employee:${id}`), 'operator', 'nobody', 'station'];
  return (
    <Page
      title={<Trans id="manager.section.audit" message="Who did what" />}
      lead={
        <Trans
          id="manager.audit.lead"
          message="Every change, log-in and export by employees, managers and commands, and what was refused. Nothing here can be changed or deleted; records go after one year. No shopper is in it, and no figure about anybody."
        />
      }
      actions={<Export />}
    >
      <div className="audit-filter">
        <Select
          label={<Trans id="manager.audit.filter.actor" message="By" />}
          value={actor}
          onChange={(next) => {
            setActor(next);
            setOlder([]);
          }}
          options={[
            { value: '', label: i18n._({ id: 'manager.audit.everybody', message: 'Everybody' }) },
            ...actors.map((value) => ({ value, label: actorWords(value, names, i18n) })),
          ]}
        />
        <Toggle
          isSelected={refusedOnly}
          onChange={(next) => {
            setRefusedOnly(next);
            setOlder([]);
          }}
        >
          <Trans id="manager.audit.filter.refused" message="Refused attempts only" />
        </Toggle>
        <Button onPress={() => void Promise.all([loaded.reload(), names.reload()])}>
          <Trans id="manager.audit.reload" message="Look again" />
        </Button>
      </div>
      <WhenLoaded loaded={loaded}>
        {({ items, more }) => (
          <>
            <DataTable
              caption={<Trans id="manager.section.audit" message="Who did what" />}
              rows={items}
              rowId={({ seq }) => String(seq)}
              empty={<Trans id="manager.audit.empty" message="Nothing of this kind." />}
              columns={[
                {
                  id: 'at',
                  heading: i18n._({ id: 'manager.audit.at', message: 'When' }),
                  cell: ({ at, seq }) => (
                    <>
                      <span className="one-line">{when.format(at as EpochMs)}</span>
                      <span className="cell-note">
                        <Trans id="manager.audit.number" message="No. {seq}" values={{ seq: i18n.number(seq) }} />
                      </span>
                    </>
                  ),
                },
                {
                  id: 'actor',
                  heading: i18n._({ id: 'manager.audit.actor', message: 'Who' }),
                  cell: (record) => (
                    <>
                      {actorWords(record.actor, names, i18n)}
                      <span className="cell-note">{deviceWords(record.device, names, i18n)}</span>
                    </>
                  ),
                },
                {
                  id: 'action',
                  heading: i18n._({ id: 'manager.audit.action', message: 'What' }),
                  cell: (record) => (
                    <>
                      {deedWords(record.action, i18n)}
                      {record.count > 1 && ` × ${i18n.number(record.count)}`}
                      <span className="cell-note">{subject(record)}</span>
                    </>
                  ),
                },
                {
                  id: 'outcome',
                  heading: i18n._({ id: 'manager.audit.outcome', message: 'Outcome' }),
                  cell: ({ outcome }) => outcomeWords(outcome, i18n),
                },
              ]}
            />
            <div className="row">
              {more && (
                <Button onPress={() => setOlder([...older, items.at(-1)?.seq ?? 0])}>
                  <Trans id="manager.audit.older" message="Older" />
                </Button>
              )}
              {older.length > 0 && (
                <Button onPress={() => setOlder(older.slice(0, -1))}>
                  <Trans id="manager.audit.newer" message="Newer" />
                </Button>
              )}
            </div>
          </>
        )}
      </WhenLoaded>
    </Page>
  );
}
