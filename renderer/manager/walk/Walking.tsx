import { Trans, useLingui } from '@lingui/react';
import { useEffect, useRef, useState } from 'react';
import type { WalkView } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../parts/Page.tsx';
import { useActions } from '../use-house.tsx';
import { LiveLevels } from './LiveLevels.tsx';
import { ProposalPanel } from './ProposalPanel.tsx';
import { SpotList } from './SpotList.tsx';
import { useSend } from './use-send.ts';
import { WalkChart } from './WalkChart.tsx';
import { spotName } from './walk-words.ts';

const SPOT_MS = 20_000;

/** The spot being recorded: stand still until the time is over. */
function Recording({ spot, onCancel }: { readonly spot: WalkView['spots'][number]; readonly onCancel: () => void }) {
  const { i18n } = useLingui();
  const left = spot.remainingMs ?? 0;
  const name = spotName(spot, i18n);
  // Whoever walks does not look at the screen all the time.
  useEffect(() => () => void navigator.vibrate?.(200), []);
  // The button that was pressed has made room for this. Not the button to stop: a second press would be one too many.
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) panel.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={panel} tabIndex={-1} className="walk-recording" data-place={spot.place}>
      <p role="status">
        <Trans
          id="manager.walk.recording"
          message="Recording {name}. Stay here; turn round now and then, as customers do."
          values={{ name }}
        />
      </p>
      <p className="walk-countdown" aria-hidden="true">
        {i18n.number(left / 1000)}
      </p>
      <progress max={SPOT_MS} value={SPOT_MS - left} aria-label={name} />
      <div className="row">
        <span className="soft">
          <Trans
            id="manager.walk.packets"
            message="{packets, plural, one {# packet} other {# packets}}"
            values={{ packets: spot.packets }}
          />
        </span>
        <Button look="bare" onPress={onCancel}>
          <Trans id="manager.walk.stop" message="Stop and leave out" />
        </Button>
      </div>
    </div>
  );
}

/** On the way: press where you stand, see what comes of it. */
export function Walking({ walk, name }: { readonly walk: WalkView; readonly name: string }) {
  const { call, deleted } = useActions();
  const { failed, send } = useSend();
  const [discarding, setDiscarding] = useState(false);
  const running = walk.spots.find((spot) => spot.remainingMs !== null);
  const heard = walk.heard.some(({ dbm }) => dbm !== null);
  const record = (place: 'inside' | 'outside') => send(() => call('manager/walk-spot', { place, instead: null }));
  const end = () => call('manager/walk-end', {});
  const controls = useRef<HTMLElement>(null);
  // The button that was pressed makes room for the countdown and comes back: so does the focus.
  const recorded = useRef<'inside' | 'outside' | null>(null);
  const place = running?.place ?? null;
  useEffect(() => {
    if (recorded.current !== null && place === null && document.activeElement === document.body)
      controls.current?.querySelector<HTMLElement>(`.walk-buttons [data-place="${recorded.current}"]`)?.focus();
    recorded.current = place;
  }, [place]);

  const accept = () =>
    send(async () => {
      if (walk.proposal.kind !== 'boundary') return;
      const { near, far, enterDwell, exitDwell } = walk.proposal.settings;
      const { items } = await call('manager/zones', {});
      const before = items.find(({ value }) => value.id === walk.zone)?.value;
      if (before === undefined) return;
      await call('manager/zone-save', {
        ...before,
        nearDbm: near,
        farDbm: far,
        enterDwellMs: enterDwell,
        exitDwellMs: exitDwell,
      });
      deleted({ name: before.name, what: 'changed', undo: () => call('manager/zone-save', before) });
      await end();
      location.hash = 'zones';
    });

  return (
    <Page
      title={name}
      lead={<Trans id="manager.walk.carry" message="Walk to a spot, press where you are, and stay for twenty seconds." />}
    >
      <div className="walk">
        <section ref={controls} className="panel walk-controls">
          <LiveLevels heard={walk.heard} />
          {!heard && (
            <Notice tone="warm" title={<Trans id="manager.walk.quiet" message="Your beacon is not heard right now" />}>
              <Trans
                id="manager.walk.quiet.help"
                message="Far away that is as it should be. Inside it is not: shake the beacon awake, look at its battery, or hold it against the receiver again."
              />
            </Notice>
          )}
          {running === undefined ? (
            <div className="walk-buttons">
              <Button look="primary" data-place="inside" onPress={() => record('inside')}>
                <Trans id="manager.walk.i-am-inside" message="I am inside" />
              </Button>
              <Button data-place="outside" onPress={() => record('outside')}>
                <Trans id="manager.walk.i-am-outside" message="I am outside" />
              </Button>
            </div>
          ) : (
            <Recording
              key={running.id}
              spot={running}
              onCancel={() => send(() => call('manager/walk-keep', { id: running.id, keep: false }))}
            />
          )}
          {failed !== null && <Notice tone="problem">{failed}</Notice>}
          <SpotList spots={walk.spots} several={walk.receivers.length > 1} busy={running !== undefined} send={send} />
        </section>
        <div className="walk-results">
          <WalkChart walk={walk} />
          <ProposalPanel proposal={walk.proposal} onAccept={accept} />
        </div>
      </div>
      <div className="row">
        <Button look="quiet" onPress={() => send(() => call('manager/walk-begin', { zone: walk.zone, at: walk.at }))}>
          <Trans id="manager.walk.other-beacon" message="Find the beacon again" />
        </Button>
        <Button look="quiet" onPress={() => (walk.spots.length === 0 ? send(end) : setDiscarding(true))}>
          <Trans id="manager.walk.discard" message="Discard the walk" />
        </Button>
        <span className="soft small">
          <Trans
            id="manager.walk.expires"
            message="Kept for {minutes, plural, one {one more minute} other {# more minutes}} after the last step, even when this page closes."
            values={{ minutes: Math.round(walk.expiresInMs / 60_000) }}
          />
        </span>
      </div>
      <Dialog
        open={discarding}
        onClose={() => setDiscarding(false)}
        title={<Trans id="manager.walk.discard.title" message="Discard this walk?" />}
        mustAnswer
      >
        <p>
          <Trans
            id="manager.walk.discard.what"
            message="{spots, plural, one {The recorded spot is} other {All # recorded spots are}} forgotten. The zone stays as it is."
            values={{ spots: walk.spots.length }}
          />
        </p>
        <div className="row">
          <Button look="primary" onPress={() => send(end)}>
            <Trans id="manager.walk.discard" message="Discard the walk" />
          </Button>
          <Button onPress={() => setDiscarding(false)}>
            <Trans id="manager.walk.discard.no" message="Go on walking" />
          </Button>
        </div>
      </Dialog>
    </Page>
  );
}
