import { Trans } from '@lingui/react';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { LanguageSwitch } from '../screen/LanguageSwitch.tsx';
import { Unencrypted } from '../screen/Unencrypted.tsx';
import { useActions, useDesk } from '../use-desk.tsx';
import { Enrol } from './Enrol.tsx';
import { PinForm } from './PinForm.tsx';

/** The way in: a PIN on a device of the store, and how to become one on any other. */
export function Door() {
  const { open } = useActions();
  const doors = useDesk((desk) => desk.doors);
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
    </main>
  );
}
