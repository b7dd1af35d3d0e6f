import { Trans, useLingui } from '@lingui/react';
import { startRegistration } from '@simplewebauthn/browser';
import { useState } from 'react';
import { type Output, PasskeyName } from '../../../shared/contract/index.ts';
import { Refused } from '../../api.ts';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { date } from '../../ui/format.ts';
import { Notice } from '../../ui/Notice.tsx';
import { FormField, FormFrame } from '../forms/Fields.tsx';
import { useForm } from '../forms/use-form.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { WhenLoaded } from '../parts/Page.tsx';
import { useActions, useLoaded } from '../use-house.tsx';
import { RenameDialog } from './RenameDialog.tsx';

type Passkey = Output<'manager/passkeys'>['items'][number];

function AddPasskey({ onAdded }: { readonly onAdded: () => Promise<void> }) {
  const { call } = useActions();
  const form = useForm({
    initial: { name: '' },
    schema: PasskeyName,
    read: (draft) => draft,
    async save({ name }) {
      const optionsJSON = await call('manager/passkey-options', {});
      const credential = await startRegistration({ optionsJSON }).catch(() => {
        throw new Refused('passkey-cancelled', 'the browser made no passkey');
      });
      await call('manager/passkey-add', { name, credential });
      form.change({ name: '' });
      await onAdded();
    },
  });
  return (
    <FormFrame onSubmit={form.submit} sending={form.sending} label={<Trans id="manager.passkeys.add" message="Add a passkey" />}>
      <FormField
        form={form}
        name="name"
        label={<Trans id="manager.passkeys.name" message="Name of the passkey" />}
        hint={<Trans id="manager.passkeys.name-hint" message="Where it lives, for example “Key on the office ring”." />}
      />
    </FormFrame>
  );
}

/** Passkeys: a fingerprint, a face or a key of the manager's own device, instead of the password. */
export function PasskeyPanel() {
  const { i18n } = useLingui();
  const { call } = useActions();
  const loaded = useLoaded('manager/passkeys', {});
  const [renaming, setRenaming] = useState<Passkey | null>(null);
  const remove = async (id: string) => {
    await call('manager/passkey-remove', { id }).catch(() => null);
    await loaded.reload();
  };
  return (
    <section className="panel">
      <h2>
        <Trans id="manager.passkeys.title" message="Passkeys" />
      </h2>
      <p className="soft">
        <Trans
          id="manager.passkeys.lead"
          message="A passkey opens this page with the fingerprint, face or PIN of your own device. It cannot be told, copied or asked for by a false page. The password stays as a second way in."
        />
      </p>
      <WhenLoaded loaded={loaded}>
        {({ possible, items }) => (
          <>
            {items.length > 0 && (
              <DataTable
                caption={<Trans id="manager.passkeys.title" message="Passkeys" />}
                rows={items}
                rowId={({ id }) => id}
                empty={null}
                columns={[
                  {
                    id: 'name',
                    heading: i18n._({ id: 'manager.passkeys.column.name', message: 'Name' }),
                    key: ({ name }) => name,
                    cell: ({ name, madeAt }) => (
                      <>
                        {name}
                        <span className="cell-note">
                          <Trans id="manager.passkeys.made" message="Added on {date}" values={{ date: date(madeAt, spoken()) }} />
                        </span>
                      </>
                    ),
                  },
                  {
                    id: 'host',
                    heading: i18n._({ id: 'manager.passkeys.column.host', message: 'Works at' }),
                    cell: ({ host }) => host,
                  },
                  {
                    id: 'used',
                    heading: i18n._({ id: 'manager.devices.column.used', message: 'Last log-in' }),
                    key: ({ usedAt }) => usedAt,
                    cell: ({ usedAt }) =>
                      usedAt === null ? i18n._({ id: 'manager.devices.never', message: 'none yet' }) : date(usedAt, spoken()),
                  },
                  {
                    id: 'actions',
                    heading: i18n._({ id: 'manager.actions', message: 'Actions' }),
                    cell: (passkey) => (
                      <div className="row">
                        <Button
                          onPress={() => setRenaming(passkey)}
                          aria-label={i18n._({
                            id: 'manager.rename-named',
                            message: 'Rename {name}',
                            values: { name: passkey.name },
                          })}
                        >
                          <Trans id="manager.rename" message="Rename" />
                        </Button>
                        <Button
                          onPress={() => void remove(passkey.id)}
                          aria-label={i18n._({
                            id: 'manager.passkeys.remove-named',
                            message: 'Remove {name}',
                            values: { name: passkey.name },
                          })}
                        >
                          <Trans id="manager.passkeys.remove" message="Remove" />
                        </Button>
                      </div>
                    ),
                  },
                ]}
              />
            )}
            {possible ? (
              <AddPasskey onAdded={loaded.reload} />
            ) : (
              <Notice tone="plain" title={<Trans id="manager.passkeys.impossible" message="No passkey at this address" />}>
                <Trans
                  id="manager.passkeys.impossible.why"
                  message="A passkey belongs to a name with TLS, and this page was opened at {address}. Open it under the store’s own name, or as localhost on the station itself."
                  values={{ address: location.origin }}
                />
              </Notice>
            )}
          </>
        )}
      </WhenLoaded>
      {renaming !== null && (
        <RenameDialog
          name={renaming.name}
          onClose={() => setRenaming(null)}
          onRename={async (name) => {
            await call('manager/passkey-rename', { id: renaming.id, name });
            await loaded.reload();
          }}
        />
      )}
    </section>
  );
}
