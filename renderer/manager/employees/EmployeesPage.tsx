import { Trans, useLingui } from '@lingui/react';
import { useState } from 'react';
import type { Input } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Changed } from '../parts/Changed.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { freshId } from '../parts/fresh-id.ts';
import { Page, WhenLoaded } from '../parts/Page.tsx';
import { staffAddress } from '../parts/staff-address.ts';
import { useLoaded } from '../use-house.tsx';
import { DoorsCell } from './DoorsCell.tsx';
import { EmployeeForm } from './EmployeeForm.tsx';

type Employee = Input<'manager/employee-save'>;

export function EmployeesPage() {
  const { i18n } = useLingui();
  const loaded = useLoaded('manager/employees', {});
  const doors = useLoaded('manager/employee-doors', {});
  const [editing, setEditing] = useState<{ readonly employee: Employee; readonly isNew: boolean } | null>(null);
  const create = (
    <Button
      look="primary"
      onPress={() =>
        setEditing({
          employee: { id: freshId('employee'), code: '', name: '', manager: false, active: true, pin: null },
          isNew: true,
        })
      }
    >
      <Trans id="manager.employees.new" message="New employee" />
    </Button>
  );
  return (
    <Page
      title={<Trans id="manager.section.employees" message="Employees and PINs" />}
      lead={
        <Trans
          id="manager.employees.lead"
          message="Codes and PINs open the staff page at {address}. There are no figures about single employees, here or anywhere else."
          values={{ address: staffAddress() }}
        />
      }
      actions={editing === null && loaded.answer?.items.length !== 0 && create}
    >
      {editing !== null && (
        <EmployeeForm
          key={editing.employee.id}
          {...editing}
          onClose={() => setEditing(null)}
          onSaved={async () => {
            await Promise.all([loaded.reload(), doors.reload()]);
            setEditing(null);
          }}
        />
      )}
      <WhenLoaded loaded={loaded}>
        {({ items }) => (
          <DataTable
            caption={<Trans id="manager.employees.table" message="Employees" />}
            rows={items}
            rowId={({ value }) => value.id}
            first={{ column: 'name', direction: 'ascending' }}
            empty={
              <>
                <p>
                  <Trans id="manager.employees.empty" message="No employee yet: nobody can answer a call." />
                </p>
                {editing === null && create}
              </>
            }
            columns={[
              {
                id: 'name',
                heading: i18n._({ id: 'manager.employee.name', message: 'First name' }),
                key: ({ value }) => value.name,
                cell: ({ value, changed }) => (
                  <>
                    {value.name}
                    <span className="cell-note">
                      <Changed changed={changed} />
                    </span>
                  </>
                ),
              },
              {
                id: 'code',
                heading: i18n._({ id: 'manager.employee.code', message: 'Code' }),
                key: ({ value }) => value.code,
                cell: ({ value }) => value.code,
              },
              {
                id: 'role',
                heading: i18n._({ id: 'manager.employee.role', message: 'Called' }),
                key: ({ value }) => value.manager,
                cell: ({ value }) =>
                  value.manager
                    ? i18n._({ id: 'manager.employee.role.manager', message: 'also when nobody answered' })
                    : i18n._({ id: 'manager.employee.role.employee', message: 'like everyone on duty' }),
              },
              {
                id: 'active',
                heading: i18n._({ id: 'manager.offers.standing', message: 'State' }),
                key: ({ value }) => value.active,
                cell: ({ value }) => (
                  <span className="tag" data-tag={value.active ? 'now' : 'off'}>
                    {value.active
                      ? i18n._({ id: 'manager.employee.active', message: 'May log in' })
                      : i18n._({ id: 'manager.employee.inactive', message: 'Locked' })}
                  </span>
                ),
              },
              {
                id: 'doors',
                heading: i18n._({ id: 'manager.employee.doors', message: 'Way in' }),
                cell: ({ value }) => (
                  <DoorsCell
                    employee={value}
                    doors={doors.answer?.items.find(({ id }) => id === value.id)}
                    reload={doors.reload}
                  />
                ),
              },
              {
                id: 'actions',
                heading: i18n._({ id: 'manager.actions', message: 'Actions' }),
                cell: ({ value }) => (
                  <Button
                    onPress={() => setEditing({ employee: value, isNew: false })}
                    aria-label={i18n._({ id: 'manager.edit-named', message: 'Edit {name}', values: { name: value.name } })}
                  >
                    <Trans id="manager.edit" message="Edit" />
                  </Button>
                ),
              },
            ]}
          />
        )}
      </WhenLoaded>
    </Page>
  );
}
