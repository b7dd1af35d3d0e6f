import { Trans } from '@lingui/react';
import type { KioskSnapshot } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { phone } from '../../ui/format.ts';
import { HandsArt } from '../art/HandsArt.tsx';
import { Scene } from '../layout/Scene.tsx';
import { cancelCall } from '../state/commands.ts';

interface CallingScreenProps {
  readonly failed: boolean;
  readonly store: KioskSnapshot['store'];
}

/** The call is on its way and not yet stored: the kiosk must not say that it was made. */
export function CallingScreen({ failed, store }: CallingScreenProps) {
  return (
    <Scene
      serif
      told
      live
      onBack={null}
      picture={<HandsArt coming={false} />}
      title={
        failed ? (
          <Trans id="calling.failed" message="Your call has not gone through yet." />
        ) : (
          <Trans id="calling" message="Calling the team" />
        )
      }
      lead={
        failed ? (
          <Trans
            id="calling.failed.more"
            message="We keep trying. You can also speak to anyone from the team, or phone {phone}."
            values={{ phone: phone(store.phone) }}
          />
        ) : (
          <Trans id="calling.more" message="One moment." />
        )
      }
    >
      <Button look="quiet" onPress={() => void cancelCall()}>
        <Trans id="calling.stop" message="Stop calling" />
      </Button>
    </Scene>
  );
}
