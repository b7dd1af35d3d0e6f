import { Trans, useLingui } from '@lingui/react';
import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { Changed } from '../parts/Changed.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { Page, WhenLoaded } from '../parts/Page.tsx';
import { useLoaded } from '../use-house.tsx';
import { dayName } from './day-name.ts';
import { Expected } from './Expected.tsx';
import { RotaForm } from './RotaForm.tsx';
import { SkillsForm } from './SkillsForm.tsx';

type Item = Output<'manager/rota'>['items'][number];

export function RotaPage() {
  const { i18n } = useLingui();
  const loaded = useLoaded('manager/rota', {});
  const [editing, setEditing] = useState<Item | null>(null);
  const week = ({ value }: Item) =>
    [...value.shifts]
      .sort((a, b) => a.weekday - b.weekday || a.starts.localeCompare(b.starts))
      .map((shift) => `${dayName(shift.weekday, spoken()).slice(0, 3)} ${shift.starts}–${shift.ends}`)
      .join(', ');
  return (
    <Page
      title={<Trans id="manager.section.rota" message="Rota and skills" />}
      lead={
        <Trans
          id="manager.rota.lead"
          message="The rota proposes and reminds; each person switches themselves on and off. It says who should be here, never how well anyone works."
        />
      }
    >
      <Expected />
      <WhenLoaded loaded={loaded}>
        {(known) => (
          <>
            {editing !== null && (
              <RotaForm
                key={editing.value.id}
                name={editing.name}
                rota={editing.value}
                known={known}
                onClose={() => setEditing(null)}
                onSaved={async () => {
                  await loaded.reload();
                  setEditing(null);
                }}
              />
            )}
            <DataTable
              caption={<Trans id="manager.rota.table" message="Employees and their week" />}
              rows={known.items}
              rowId={({ value }) => value.id}
              first={{ column: 'name', direction: 'ascending' }}
              empty={
                <p>
                  <Trans id="manager.employees.empty" message="No employee yet: nobody can answer a call." />
                </p>
              }
              columns={[
                {
                  id: 'name',
                  heading: i18n._({ id: 'manager.employee.name', message: 'First name' }),
                  key: ({ name }) => name,
                  cell: ({ name, changed }) => (
                    <>
                      {name}
                      <span className="cell-note">
                        <Changed changed={changed} />
                      </span>
                    </>
                  ),
                },
                {
                  id: 'skills',
                  heading: i18n._({ id: 'manager.skills', message: 'Skills' }),
                  cell: ({ value }) =>
                    known.skills
                      .filter(({ id }) => value.skills.includes(id))
                      .map(({ name }) => name)
                      .join(', '),
                },
                { id: 'week', heading: i18n._({ id: 'manager.rota.week', message: 'Usual week' }), cell: week },
                {
                  id: 'actions',
                  heading: i18n._({ id: 'manager.actions', message: 'Actions' }),
                  cell: (item) => (
                    <Button
                      onPress={() => setEditing(item)}
                      aria-label={i18n._({ id: 'manager.edit-named', message: 'Edit {name}', values: { name: item.name } })}
                    >
                      <Trans id="manager.edit" message="Edit" />
                    </Button>
                  ),
                },
              ]}
            />
            <SkillsForm known={known} onSaved={loaded.reload} />
          </>
        )}
      </WhenLoaded>
    </Page>
  );
}
