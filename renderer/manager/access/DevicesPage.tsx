import { Trans } from '@lingui/react';
import { useMemo, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page, WhenLoaded } from '../parts/Page.tsx';
import { useHouse, useLoaded } from '../use-house.tsx';
import { DeviceTable } from './DeviceTable.tsx';
import { InvitePanel } from './InvitePanel.tsx';
import { PasskeyPanel } from './PasskeyPanel.tsx';
import { PasswordPanel } from './PasswordPanel.tsx';

/** Which browsers may ask for a PIN, and how the manager gets in. */
export function DevicesPage() {
  const loaded = useLoaded('manager/devices', {});
  const demo = useHouse((house) => house.snapshot?.demo ?? false);
  const [inviting, setInviting] = useState(false);
  const known = useMemo(() => new Set(loaded.answer?.items.map(({ id }) => id)), [loaded.answer]);
  const invite = (
    <Button look="primary" onPress={() => setInviting(true)}>
      <Trans id="manager.devices.enrol" message="Enrol a device" />
    </Button>
  );
  return (
    <Page
      title={<Trans id="manager.section.devices" message="Devices and access" />}
      lead={
        <Trans
          id="manager.devices.lead"
          message="Only enrolled devices may ask for a PIN. Any other browser is told how to become one, and nothing else."
        />
      }
      actions={!inviting && loaded.answer?.items.length !== 0 && invite}
    >
      {demo && (
        <Notice tone="plain">
          <Trans
            id="manager.devices.demo"
            message="Demo store: the computer the station runs on needs no enrolment. In a real store it does, like any other."
          />
        </Notice>
      )}
      {inviting && <InvitePanel known={known} reload={loaded.reload} onClose={() => setInviting(false)} />}
      <WhenLoaded loaded={loaded}>
        {({ items }) => (
          <DeviceTable
            items={items}
            reload={loaded.reload}
            empty={
              <>
                <p>
                  <Trans id="manager.devices.empty" message="No device is enrolled yet." />
                </p>
                {!inviting && invite}
              </>
            }
          />
        )}
      </WhenLoaded>
      <PasskeyPanel />
      <PasswordPanel />
    </Page>
  );
}
