import { Trans, useLingui } from '@lingui/react';
import type { WalkView } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../parts/Page.tsx';
import { useActions } from '../use-house.tsx';
import { KIOSK_RECEIVER } from '../zones/receivers.ts';
import { useSend } from './use-send.ts';

/** Which beacon is carried: the one held against the receiver now. */
export function FindBeacon({ walk, name }: { readonly walk: WalkView; readonly name: string }) {
  const { i18n } = useLingui();
  const { call } = useActions();
  const { failed, send } = useSend();
  const search = (at: string) => send(() => call('manager/walk-begin', { zone: walk.zone, at }));
  const place =
    walk.at === KIOSK_RECEIVER
      ? i18n._({ id: 'manager.walk.at.kiosk', message: 'the kiosk' })
      : i18n._({ id: 'manager.walk.at.receiver', message: 'the receiver {receiver}', values: { receiver: walk.at } });
  return (
    <Page
      title={name}
      lead={
        <Trans
          id="manager.walk.finding"
          message="Hold the beacon you will carry against {place}, for about three seconds."
          values={{ place }}
        />
      }
    >
      <section className="panel walk-start">
        {walk.receivers.length > 1 && (
          <Choice
            label={<Trans id="manager.walk.at" message="Hold it against" />}
            value={walk.at}
            onChange={search}
            options={walk.receivers.map((id) => ({ value: id, label: id }))}
          />
        )}
        {walk.finding === 'listening' && (
          <Notice>
            <Trans id="manager.walk.listening" message="Listening for the strongest beacon." />
          </Notice>
        )}
        {walk.finding === 'several' && (
          <Notice tone="warm" title={<Trans id="manager.walk.several" message="Two beacons are equally near" />}>
            <Trans id="manager.walk.several.help" message="Put one of them away, or hold yours closer." />
          </Notice>
        )}
        {walk.finding === 'found-none' && (
          <Notice tone="warm" title={<Trans id="manager.walk.none" message="No beacon was heard close enough" />}>
            <Trans
              id="manager.walk.none.help"
              message="Is it switched on, and does it send iBeacon, AltBeacon or Eddystone? A key or phone case of metal between the two is enough to hide it. A rotating Eddystone-EID beacon must belong to a customer who agreed."
            />
          </Notice>
        )}
        {failed !== null && <Notice tone="problem">{failed}</Notice>}
        <div className="row">
          {walk.finding === 'found-none' && (
            <Button look="primary" onPress={() => search(walk.at)}>
              <Trans id="manager.walk.search-again" message="Listen again" />
            </Button>
          )}
          <Button onPress={() => send(() => call('manager/walk-end', {}))}>
            <Trans id="manager.cancel" message="Cancel" />
          </Button>
        </div>
      </section>
    </Page>
  );
}
