import { Trans, useLingui } from '@lingui/react';
import { useState } from 'react';
import type { Input } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Changed } from '../parts/Changed.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { freshId } from '../parts/fresh-id.ts';
import { WhenLoaded } from '../parts/Page.tsx';
import { useActions, useLoaded } from '../use-house.tsx';
import { KIOSK_RECEIVER } from '../zones/receivers.ts';
import { ModelForm } from './ModelForm.tsx';
import { OffsetField } from './OffsetField.tsx';

type Model = Input<'manager/model-save'>;

/** What strengths are corrected by before any zone looks at them: receivers that hear differently, beacons that send differently. */
export function Corrections({ receivers }: { readonly receivers: readonly string[] }) {
  const { i18n } = useLingui();
  const { call, deleted } = useActions();
  const loaded = useLoaded('manager/corrections', {});
  const [editing, setEditing] = useState<Model | null>(null);
  const remove = async (model: Model) => {
    await call('manager/model-delete', { id: model.id });
    deleted({
      name: model.name,
      async undo() {
        await call('manager/model-save', model);
        await loaded.reload();
      },
    });
    await loaded.reload();
  };
  return (
    <WhenLoaded loaded={loaded}>
      {({ offsets, models }) => {
        const ids = new Set([KIOSK_RECEIVER, ...receivers, ...offsets.map(({ value }) => value.receiver)]);
        return (
          <>
            <section className="panel" aria-labelledby="offsets">
              <h2 id="offsets">
                <Trans id="manager.offsets" message="Receivers that hear differently" />
              </h2>
              <p className="soft page-lead">
                <Trans
                  id="manager.offsets.lead"
                  message="The decibels are added to what the receiver hears, before zones look at it. Hold one beacon a metre away from each receiver for twenty seconds, in a walk test, and make the medians alike."
                />
              </p>
              <div className="offsets">
                {[...ids].toSorted().map((receiver) => {
                  const known = offsets.find(({ value }) => value.receiver === receiver);
                  return (
                    <OffsetField
                      key={`${receiver} ${known?.value.offsetDb}`}
                      receiver={receiver}
                      offsetDb={known?.value.offsetDb ?? 0}
                      changed={known?.changed ?? null}
                      onSaved={loaded.reload}
                    />
                  );
                })}
              </div>
            </section>
            <section className="panel" aria-labelledby="models">
              <div className="panel-head">
                <h2 id="models">
                  <Trans id="manager.models" message="Beacon models" />
                </h2>
                {editing === null && (
                  <Button onPress={() => setEditing({ id: freshId('model'), name: '', match: '', measuredPowerDbm: -59 })}>
                    <Trans id="manager.models.new" message="New model" />
                  </Button>
                )}
              </div>
              <p className="soft page-lead">
                <Trans
                  id="manager.models.lead"
                  message="A model that sends more weakly than −59 dBm at one metre looks farther away than it is. With its measured strength, every model counts alike."
                />
              </p>
              {editing !== null && (
                <ModelForm
                  key={editing.id}
                  model={editing}
                  onClose={() => setEditing(null)}
                  onSaved={async () => {
                    await loaded.reload();
                    setEditing(null);
                  }}
                />
              )}
              {editing === null && (
                <DataTable
                  caption={<Trans id="manager.models" message="Beacon models" />}
                  rows={models}
                  rowId={({ value }) => value.id}
                  empty={
                    <Trans
                      id="manager.models.empty"
                      message="No model needs correcting so far: all beacons count as they are heard."
                    />
                  }
                  columns={[
                    {
                      id: 'name',
                      heading: i18n._({ id: 'manager.model', message: 'Model' }),
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
                      id: 'power',
                      heading: i18n._({ id: 'manager.model.power.short', message: 'At one metre' }),
                      key: ({ value }) => value.measuredPowerDbm,
                      cell: ({ value }) => `${i18n.number(value.measuredPowerDbm)} dBm`,
                      figure: true,
                    },
                    {
                      id: 'do',
                      heading: '',
                      cell: ({ value }) => (
                        <div className="row">
                          <Button
                            look="bare"
                            onPress={() => setEditing(value)}
                            aria-label={i18n._({
                              id: 'manager.edit-named',
                              message: 'Edit {name}',
                              values: { name: value.name },
                            })}
                          >
                            <Trans id="manager.edit" message="Edit" />
                          </Button>
                          <Button
                            look="bare"
                            onPress={() => void remove(value).catch(() => loaded.reload())}
                            aria-label={i18n._({
                              id: 'manager.delete-named',
                              message: 'Delete {name}',
                              values: { name: value.name },
                            })}
                          >
                            <Trans id="manager.delete" message="Delete" />
                          </Button>
                        </div>
                      ),
                    },
                  ]}
                />
              )}
            </section>
          </>
        );
      }}
    </WhenLoaded>
  );
}
