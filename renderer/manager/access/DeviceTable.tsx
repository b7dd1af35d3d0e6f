import { Trans, useLingui } from '@lingui/react';
import { type ReactNode, useState } from 'react';
import type { DeviceView } from '../../../shared/contract/index.ts';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { date } from '../../ui/format.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { useActions } from '../use-house.tsx';
import { RenameDialog } from './RenameDialog.tsx';

/** Enrolled devices: renamed, unlocked, or sent away at once. */
export function DeviceTable(props: {
  readonly items: readonly DeviceView[];
  readonly reload: () => Promise<void>;
  readonly empty: ReactNode;
}) {
  const { i18n } = useLingui();
  const { call } = useActions();
  const [renaming, setRenaming] = useState<DeviceView | null>(null);
  const [revoking, setRevoking] = useState<DeviceView | null>(null);
  const revoke = async (id: string) => {
    await call('manager/device-revoke', { id }).catch(() => null);
    setRevoking(null);
    await props.reload();
  };
  const unlock = async (id: string) => {
    await call('manager/unlock', { kind: 'device', id }).catch(() => null);
    await props.reload();
  };
  const named = (value: DeviceView) => ({ name: value.name });
  return (
    <>
      <DataTable
        caption={<Trans id="manager.devices.table" message="Enrolled devices" />}
        rows={props.items}
        rowId={({ id }) => id}
        first={{ column: 'name', direction: 'ascending' }}
        empty={props.empty}
        columns={[
          {
            id: 'name',
            heading: i18n._({ id: 'manager.devices.column.name', message: 'Device' }),
            key: ({ name }) => name,
            cell: ({ name, enrolledAt }) => (
              <>
                {name}
                <span className="cell-note">
                  <Trans id="manager.devices.since" message="Enrolled on {date}" values={{ date: date(enrolledAt, spoken()) }} />
                </span>
              </>
            ),
          },
          {
            id: 'used',
            heading: i18n._({ id: 'manager.devices.column.used', message: 'Last log-in' }),
            key: ({ usedAt }) => usedAt,
            cell: ({ usedAt }) =>
              usedAt === null ? i18n._({ id: 'manager.devices.never', message: 'none yet' }) : date(usedAt, spoken()),
          },
          {
            id: 'employee',
            heading: i18n._({ id: 'manager.devices.column.employee', message: 'Logged in now' }),
            key: ({ employee }) => employee,
            cell: ({ employee }) => employee ?? i18n._({ id: 'manager.devices.nobody', message: 'nobody' }),
          },
          {
            id: 'state',
            heading: i18n._({ id: 'manager.offers.standing', message: 'State' }),
            key: ({ lockedMinutes }) => lockedMinutes,
            cell: ({ id, lockedMinutes }) =>
              lockedMinutes === null ? (
                <span className="tag" data-tag="now">
                  <Trans id="manager.devices.fine" message="Takes PINs" />
                </span>
              ) : (
                <>
                  <span className="tag" data-tag="off">
                    <Trans
                      id="manager.locked"
                      message="{minutes, plural, one {Locked for one minute} other {Locked for # minutes}}"
                      values={{ minutes: lockedMinutes }}
                    />
                  </span>{' '}
                  <Button look="bare" onPress={() => void unlock(id)}>
                    <Trans id="manager.unlock" message="Unlock" />
                  </Button>
                </>
              ),
          },
          {
            id: 'actions',
            heading: i18n._({ id: 'manager.actions', message: 'Actions' }),
            cell: (device) => (
              <div className="row">
                <Button
                  onPress={() => setRenaming(device)}
                  aria-label={i18n._({ id: 'manager.rename-named', message: 'Rename {name}', values: named(device) })}
                >
                  <Trans id="manager.rename" message="Rename" />
                </Button>
                <Button
                  onPress={() => setRevoking(device)}
                  aria-label={i18n._({ id: 'manager.devices.revoke-named', message: 'Revoke {name}', values: named(device) })}
                >
                  <Trans id="manager.devices.revoke" message="Revoke" />
                </Button>
              </div>
            ),
          },
        ]}
      />
      {renaming !== null && (
        <RenameDialog
          name={renaming.name}
          onClose={() => setRenaming(null)}
          onRename={async (name) => {
            await call('manager/device-rename', { id: renaming.id, name });
            await props.reload();
          }}
        />
      )}
      <Dialog
        open={revoking !== null}
        onClose={() => setRevoking(null)}
        mustAnswer
        title={<Trans id="manager.devices.revoke.title" message="Revoke “{name}”?" values={{ name: revoking?.name ?? '' }} />}
      >
        <p>
          <Trans
            id="manager.devices.revoke.what"
            message="Whoever is logged in on it is logged out at once. To use it again, enrol it with a new code."
          />
        </p>
        <div className="row">
          <Button look="primary" onPress={() => revoking !== null && void revoke(revoking.id)}>
            <Trans id="manager.devices.revoke" message="Revoke" />
          </Button>
          <Button onPress={() => setRevoking(null)}>
            <Trans id="manager.cancel" message="Cancel" />
          </Button>
        </div>
      </Dialog>
    </>
  );
}
