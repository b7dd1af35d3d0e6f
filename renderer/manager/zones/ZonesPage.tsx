import { Trans, useLingui } from '@lingui/react';
import { useState } from 'react';
import type { Input } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Changed } from '../parts/Changed.tsx';
import { freshId } from '../parts/fresh-id.ts';
import { Page, WhenLoaded } from '../parts/Page.tsx';
import { useActions, useHouse, useLoaded } from '../use-house.tsx';
import { purposeWords } from './purpose-words.ts';
import { SignalStrip } from './SignalStrip.tsx';
import { ZoneForm } from './ZoneForm.tsx';
import { newZone } from './zone-form.ts';

type Zone = Input<'manager/zone-save'>;

export function ZonesPage() {
  const { i18n } = useLingui();
  const { call, deleted } = useActions();
  const loaded = useLoaded('manager/zones', {});
  const snapshot = useHouse((house) => house.snapshot);
  const [editing, setEditing] = useState<Zone | null>(null);
  const live = (id: string) => snapshot?.zones.find((zone) => zone.id === id);

  const remove = async (zone: Zone) => {
    await call('manager/zone-delete', { id: zone.id });
    deleted({
      name: zone.name,
      async undo() {
        await call('manager/zone-save', zone);
        await loaded.reload();
      },
    });
    await loaded.reload();
  };

  return (
    <Page
      title={<Trans id="manager.section.zones" message="Zones" />}
      lead={
        <Trans
          id="manager.zones.lead"
          message="A zone is where a beacon counts as being there. Measure with a beacon in a pocket: people in between weaken the signal by 3 to 20 dB."
        />
      }
      actions={
        editing === null && (
          <Button
            look="primary"
            onPress={() =>
              setEditing(newZone(freshId('zone'), snapshot?.receivers.slice(0, 1).map((receiver) => receiver.id) ?? []))
            }
          >
            <Trans id="manager.zones.new" message="New zone" />
          </Button>
        )
      }
    >
      {editing !== null && (
        <ZoneForm
          key={editing.id}
          zone={editing}
          live={live(editing.id)?.strongestDbm ?? null}
          onClose={() => setEditing(null)}
          onSaved={async () => {
            await loaded.reload();
            setEditing(null);
          }}
        />
      )}
      {editing === null && (
        <WhenLoaded loaded={loaded}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="empty">
                <Trans
                  id="manager.zones.empty"
                  message="No zone yet. Without one, the kiosk greets everybody in the same neutral way."
                />
              </p>
            ) : (
              <ul className="cards">
                {items.map(({ value: zone, changed }) => {
                  const now = live(zone.id);
                  return (
                    <li key={zone.id} className="panel">
                      <div className="panel-head">
                        <div>
                          <h2>{zone.name}</h2>
                          <p className="soft">{i18n._(purposeWords[zone.purpose].name)}</p>
                        </div>
                        <div className="row">
                          <Button
                            onPress={() => setEditing(zone)}
                            aria-label={i18n._({ id: 'manager.edit-named', message: 'Edit {name}', values: { name: zone.name } })}
                          >
                            <Trans id="manager.edit" message="Edit" />
                          </Button>
                          <Button
                            look="bare"
                            onPress={() => void remove(zone).catch(() => loaded.reload())}
                            aria-label={i18n._({
                              id: 'manager.delete-named',
                              message: 'Delete {name}',
                              values: { name: zone.name },
                            })}
                          >
                            <Trans id="manager.delete" message="Delete" />
                          </Button>
                        </div>
                      </div>
                      <SignalStrip near={zone.nearDbm} far={zone.farDbm} live={now?.strongestDbm ?? null} />
                      <p>
                        <Trans
                          id="manager.zones.inside"
                          message="{count, plural, =0 {No recognised customer inside} one {One recognised customer inside} other {# recognised customers inside}}"
                          values={{ count: now?.inside ?? 0 }}
                        />
                      </p>
                      <p className="soft small">
                        <Trans
                          id="manager.zones.dwell"
                          message="Counts after {enter} s, ends after {exit} s. Receivers: {receivers}."
                          values={{
                            enter: i18n.number(zone.enterDwellMs / 1000),
                            exit: i18n.number(zone.exitDwellMs / 1000),
                            receivers: zone.receivers.join(', '),
                          }}
                        />{' '}
                        <Changed changed={changed} />
                      </p>
                    </li>
                  );
                })}
              </ul>
            )
          }
        </WhenLoaded>
      )}
    </Page>
  );
}
