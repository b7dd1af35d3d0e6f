import { Trans, useLingui } from '@lingui/react';
import { useEffect, useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { useLoaded } from '../use-house.tsx';
import { enrolAddress } from './enrol-address.ts';

/** The one-time code, to scan or to type, for as long as it is good. */
export function Invitation(props: {
  readonly name: string;
  readonly invitation: Output<'manager/device-invite'>;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}) {
  const { i18n } = useLingui();
  const network = useLoaded('manager/network', {});
  const [until] = useState(() => performance.now() + props.invitation.seconds * 1000);
  const [left, setLeft] = useState(props.invitation.seconds);
  useEffect(() => {
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((until - performance.now()) / 1000))), 1_000);
    return () => clearInterval(timer);
  }, [until]);
  const { code } = props.invitation;
  const address = enrolAddress(location, network.answer?.origins ?? [], code);

  if (left === 0)
    return (
      <Notice tone="warm" title={<Trans id="manager.devices.over" message="This code is over" />}>
        <p>
          <Trans id="manager.devices.over.why" message="It was good for five minutes, so that nobody finds it later." />
        </p>
        <div className="row">
          <Button look="primary" onPress={props.onAgain}>
            <Trans id="manager.devices.again" message="Make a new code" />
          </Button>
          <Button onPress={props.onClose}>
            <Trans id="manager.close" message="Close" />
          </Button>
        </div>
      </Notice>
    );
  return (
    <div className="invitation">
      {address !== null && (
        <QrCode text={address} label={i18n._({ id: 'manager.devices.qr', message: 'QR code with the enrolment address' })} />
      )}
      <div>
        <p>
          {address === null ? (
            <Trans
              id="manager.devices.here-only"
              message="The station answers on its own machine only. Other devices reach it once it serves the network; a browser on this machine can be enrolled now, at {address}."
              values={{ address: `${location.host}/staff` }}
            />
          ) : (
            <Trans
              id="manager.devices.scan"
              message="Scan this with the camera of “{name}”. Without a camera: open {address} on it and type the code."
              values={{ name: props.name, address: address.replace(/#.*$/, '') }}
            />
          )}
        </p>
        <p className="enrol-code">{code}</p>
        {network.answer?.authority != null && address !== null && (
          <p className="soft">
            <Trans
              id="manager.devices.trust"
              message="A warning about the certificate? The device must first install the store’s authority:"
            />{' '}
            <a href="#network">
              <Trans id="manager.section.network" message="Network" />
            </a>
          </p>
        )}
        <p role="timer" className="soft">
          <Trans
            id="manager.devices.left"
            message="Good once, for {minutes}:{seconds} still."
            values={{ minutes: Math.floor(left / 60), seconds: String(left % 60).padStart(2, '0') }}
          />
        </p>
        <Button onPress={props.onClose}>
          <Trans id="manager.close" message="Close" />
        </Button>
      </div>
    </div>
  );
}
