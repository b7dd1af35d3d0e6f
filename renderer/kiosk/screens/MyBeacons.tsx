import { Trans } from '@lingui/react';
import { Nfc, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { type BeaconKind, type Language, mostBeacons, mostSharers } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { send } from '../state/commands.ts';
import { useAnswer } from '../state/use-answer.ts';
import { goTo } from '../state/view.ts';
import { Failure } from './Failure.tsx';
import { MyBeacon } from './MyBeacon.tsx';

/** The beacons of an account: one more, one less, one that is lost, one that somebody else carries, too. */
export function MyBeacons({ language }: { readonly language: Language }) {
  const [failed, setFailed] = useState(false);
  const { answer, failed: unread, again } = useAnswer('kiosk/beacons', {});
  if (unread) return <Failure again={again} />;
  if (answer === null) return null;
  const after = (reply: unknown) => {
    setFailed(reply === null);
    again();
  };
  const add = async (kind: BeaconKind) => setFailed((await send('kiosk/beacon-add', { with: kind })) === null);
  const share = async (handle: string) => {
    const allowed = await send('kiosk/beacon-share', { handle });
    setFailed(allowed === null);
    if (allowed !== null) goTo('join');
  };
  return (
    <section className="stack">
      <h2>
        <Trans id="beacons.title" message="Your beacons" />
      </h2>
      {failed && <Failure />}
      <ul className="beacons">
        {answer.beacons.map((beacon, index) => (
          <MyBeacon
            key={beacon.handle}
            beacon={beacon}
            position={index + 1}
            language={language}
            onBlock={async (blocked) => after(await send('kiosk/beacon-block', { handle: beacon.handle, blocked }))}
            onRemove={
              answer.beacons.length > 1 ? async () => after(await send('kiosk/beacon-remove', { handle: beacon.handle })) : null
            }
            onShare={answer.hasPicture && beacon.sharers < mostSharers - 1 ? () => void share(beacon.handle) : null}
          />
        ))}
      </ul>
      {answer.beacons.length < mostBeacons && (
        <div className="answers">
          <Button icon={<Nfc className="icon" aria-hidden="true" />} onPress={() => void add('beacon')}>
            <Trans id="beacons.add" message="Add a beacon" />
          </Button>
          <Button icon={<Smartphone className="icon" aria-hidden="true" />} onPress={() => void add('phone')}>
            <Trans id="beacons.add.phone" message="Add my telephone" />
          </Button>
        </div>
      )}
    </section>
  );
}
