import { Trans } from '@lingui/react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page, WhenLoaded } from '../parts/Page.tsx';
import { Select } from '../parts/Select.tsx';
import { useActions, useHouse, useLoaded } from '../use-house.tsx';
import { FindBeacon } from './FindBeacon.tsx';
import { useSend } from './use-send.ts';
import { Walking } from './Walking.tsx';

/** Finds a zone's boundary by walking: before, while a beacon is looked for, and on the way. */
export function WalkPage() {
  const { call } = useActions();
  const walk = useHouse((house) => house.snapshot?.walk ?? null);
  const zones = useLoaded('manager/zones', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const { failed, send } = useSend();
  // Each stage brings its own heading. A focus that stood on what made way for it goes there, however late the station says so.
  const stage = walk?.stage ?? null;
  const shown = useRef(stage);
  useEffect(() => {
    if (shown.current !== stage && document.activeElement === document.body)
      document.querySelector<HTMLElement>('[data-section="walk"] h1')?.focus();
    shown.current = stage;
  }, [stage]);
  const named = (id: string) => zones.answer?.items.find(({ value }) => value.id === id)?.value.name ?? id;

  if (walk !== null)
    return walk.stage === 'finding' ? (
      <FindBeacon walk={walk} name={named(walk.zone)} />
    ) : (
      <Walking walk={walk} name={named(walk.zone)} />
    );

  return (
    <Page
      title={<Trans id="manager.section.walk" message="Walk test" />}
      lead={
        <Trans
          id="manager.walk.lead"
          message="Carry a beacon through the shop and tell the station where inside is. It finds the boundary, and says how often it will be wrong. A telephone is handy for this page."
        />
      }
    >
      <WhenLoaded loaded={zones}>
        {({ items }) => {
          const zone = items.find(({ value }) => value.id === chosen)?.value ?? items[0]?.value;
          const at = zone?.receivers[0];
          if (zone === undefined || at === undefined)
            return (
              <div className="empty">
                <p>
                  <Trans id="manager.walk.no-zone" message="There is no zone to calibrate yet." />{' '}
                  <a href="#zones">
                    <Trans id="manager.walk.to-zones" message="Make one first" />
                  </a>
                </p>
              </div>
            );
          return (
            <section className="panel walk-start">
              <Select
                label={<Trans id="manager.walk.zone" message="Zone" />}
                value={zone.id}
                onChange={setChosen}
                options={items.map(({ value }) => ({ value: value.id, label: value.name }))}
              />
              <ol className="walk-steps">
                <li>
                  <Trans
                    id="manager.walk.step.1"
                    message="Hold any beacon against the receiver, so that the station knows which one you carry."
                  />
                </li>
                <li>
                  <Trans
                    id="manager.walk.step.2"
                    message="Stand at six spots inside and six outside, twenty seconds each, with the beacon where customers carry theirs."
                  />
                </li>
                <li>
                  <Trans id="manager.walk.step.3" message="Read what to expect, and use the boundary or discard it." />
                </li>
              </ol>
              {failed !== null && <Notice tone="problem">{failed}</Notice>}
              <div className="row">
                <Button look="primary" onPress={() => send(() => call('manager/walk-begin', { zone: zone.id, at }))}>
                  <Trans id="manager.walk.begin" message="Begin" />
                </Button>
              </div>
              <p className="soft small">
                <Trans
                  id="manager.walk.privacy"
                  message="Which beacon it is stays in the station’s memory until the walk ends. It is written nowhere and shown nowhere, and neither is anyone else’s."
                />
              </p>
            </section>
          );
        }}
      </WhenLoaded>
    </Page>
  );
}
