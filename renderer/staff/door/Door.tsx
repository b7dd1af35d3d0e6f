import { Trans } from '@lingui/react';
import { Info } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { LanguageSwitch } from '../screen/LanguageSwitch.tsx';
import { Unencrypted } from '../screen/Unencrypted.tsx';
import { useActions, useDesk } from '../use-desk.tsx';
import { Enrol } from './Enrol.tsx';
import { PinForm } from './PinForm.tsx';

/** How often a page that found no station asks for it again. */
const RETRY_MS = 3_000;

/** The way in: a PIN on a device of the store, and how to become one on any other. */
export function Door({ onAbout }: { readonly onAbout: () => void }) {
  const { open } = useActions();
  const doors = useDesk((desk) => desk.doors);
  // A page that was opened while the station was away comes alive by itself.
  useEffect(() => {
    if (doors !== null) return;
    const timer = setInterval(() => void open(), RETRY_MS);
    return () => clearInterval(timer);
  }, [doors, open]);
  return (
    <main className="phone door">
      <header className="door-head">
        <div>
          <p className="soft">{doors?.storeName ?? 'Prévenance'}</p>
          <h1>
            <Trans id="staff.login.title" message="Staff" />
          </h1>
        </div>
        <LanguageSwitch />
      </header>
      <Unencrypted />
      {doors === null && (
        <Notice tone="problem">
          <p>
            <Trans
              id="staff.login.no-station"
              message="The station does not answer. Check that it runs and that this device is on the shop’s network."
            />
          </p>
          <Button look="bare" onPress={() => void open()}>
            <Trans id="staff.retry" message="Try again" />
          </Button>
        </Notice>
      )}
      {doors === null || doors.device === 'enrolled' ? <PinForm /> : <Enrol gone={doors.device === 'gone'} />}
      {doors?.setupNeeded && (
        <Notice tone="warm">
          <Trans
            id="staff.login.not-set-up"
            message="This store is not set up yet. The manager begins at {address}."
            values={{ address: `${location.host}/manager` }}
          />
        </Notice>
      )}
      <Button look="bare" icon={<Info className="icon" aria-hidden="true" />} onPress={onAbout}>
        <Trans id="staff.about.open" message="What this system does and does not do" />
      </Button>
    </main>
  );
}
