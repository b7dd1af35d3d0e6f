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
  const saved = (zone: Zone) => loaded.answer?.items.some(({ value }) => value.id === zone.id) ?? false;
  const create = (
    <Button look="primary" onPress={() => setEditing(newZone(freshId('zone')))}>
      <Trans id="manager.zones.new" message="New zone" />
    </Button>
  );
  const live = (id: string) => snapshot?.zones.find((zone) => zone.id === id);

  /** A walk that is under way is gone on with, whatever its zone: it is not thrown away unasked. */
  const calibrate = async (zone: Zone) => {
    const [at] = zone.receivers;
    if (snapshot?.walk === null && at !== undefined) await call('manager/walk-begin', { zone: zone.id, at });
    location.hash = 'walk';
  };

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
      actions={editing === null && loaded.answer?.items.length !== 0 && create}
    >
      {editing !== null && (
        <ZoneForm
          key={editing.id}
          zone={editing}
          isNew={!saved(editing)}
          live={saved(editing) ? (live(editing.id)?.strongestDbm ?? null) : 'unknown'}
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
              <div className="empty">
                <p>
                  <Trans
                    id="manager.zones.empty"
                    message="No zone yet: the kiosk cannot tell who stands before it and welcomes everybody alike. Begin with the place in front of the kiosk."
                  />
                </p>
                {create}
              </div>
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
                            onPress={() => void calibrate(zone).catch(() => loaded.reload())}
                            aria-label={i18n._({
                              id: 'manager.zones.walk-named',
                              message: 'Calibrate by walking: {name}',
                              values: { name: zone.name },
                            })}
                          >
                            <Trans id="manager.zones.walk" message="Calibrate by walking" />
                          </Button>
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
