import { Trans, useLingui } from '@lingui/react';
import { useEffect, useState } from 'react';
import type { NetworkStanding } from '../../../shared/contract/index.ts';
import { Refused } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { useActions } from '../use-house.tsx';

/** How often the time that is left is read again. */
const LOOK_MS = 15_000;

/** Lets phones fetch the store's authority for a quarter of an hour. */
export function HandOut(props: { readonly handOut: NetworkStanding['handOut']; readonly reload: () => Promise<void> }) {
  const { i18n } = useLingui();
  const { call } = useActions();
  const { handOut, reload } = props;
  const [failed, setFailed] = useState(false);
  const open = handOut !== null;
  useEffect(() => {
    if (!open) return;
    const timer = setInterval(() => void reload(), LOOK_MS);
    return () => clearInterval(timer);
  }, [open, reload]);
  const set = async (wanted: boolean) => {
    try {
      await call('manager/network-hand-out', { open: wanted });
      setFailed(false);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setFailed(true);
    }
    await reload();
  };

  return (
    <div className="hand-out">
      {failed && (
        <Notice tone="problem">
          <Trans
            id="manager.network.hand-out.failed"
            message="The page for phones could not be opened. Another program may use its port; the station’s log says which."
          />
        </Notice>
      )}
      {handOut !== null && (
        <>
          <QrCode
            text={handOut.url}
            label={i18n._({
              id: 'manager.network.hand-out.code',
              message: 'Code for the address {url}',
              values: { url: handOut.url },
            })}
          />
          <div className="hand-out-words">
            <p>
              <Trans
                id="manager.network.hand-out.scan"
                message="Scan this with each phone, or type {url}. The page gives the certificate and says how to install it on Android, iPhone, Windows and macOS."
                values={{ url: handOut.url }}
              />
            </p>
            <p>
              <strong>
                <Trans
                  id="manager.network.hand-out.compare"
                  message="Before trusting it, compare the fingerprint on the phone with the one above."
                />
              </strong>
            </p>
            <p className="soft">
              <Trans
                id="manager.network.hand-out.left"
                message="Closes by itself in {minutes, plural, one {# minute} other {# minutes}}."
                values={{ minutes: Math.max(1, Math.ceil(handOut.leftMs / 60_000)) }}
              />
            </p>
            <Button onPress={() => void set(false)}>
              <Trans id="manager.network.hand-out.close" message="Close now" />
            </Button>
          </div>
        </>
      )}
      {handOut === null && (
        <Button look="primary" onPress={() => void set(true)}>
          <Trans id="manager.network.hand-out.open" message="Add phones for 15 minutes" />
        </Button>
      )}
    </div>
  );
}
