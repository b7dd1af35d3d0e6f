import { Trans } from '@lingui/react';
import { useState } from 'react';
import type { StaffCall } from '../../../shared/contract/index.ts';
import type { Standing } from '../desk/card.ts';
import { useActions, useDesk } from '../use-desk.tsx';
import { Ending } from './Ending.tsx';
import { ThumbButton } from './ThumbButton.tsx';

/** The one thing to do next, under the thumb. */
export function Actions({ call, standing }: { readonly call: StaffCall; readonly standing: Standing }) {
  const { claim, arrive, release } = useActions();
  const step = useDesk((desk) => desk.step);
  const [ending, setEnding] = useState(false);
  const busy = step?.state === 'sending';

  return (
    <footer className="thumb-zone">
      {step?.state === 'unknown' && (
        <p className="step-unknown" role="status">
          <Trans
            id="staff.unknown"
            message="We do not know yet whether this arrived. It is sent again as soon as the station answers."
          />
        </p>
      )}
      {standing === 'open' && (
        <ThumbButton key="claim" onPress={() => void claim(call)}>
          <Trans id="staff.claim" message="Claim" />
        </ThumbButton>
      )}
      {standing === 'mine' && (
        <ThumbButton key="arrived" follows onPress={() => void arrive(call)}>
          <Trans id="staff.arrived" message="Arrived" />
        </ThumbButton>
      )}
      {standing === 'with-me' && !ending && (
        <ThumbButton key="resolve" follows onPress={() => setEnding(true)}>
          <Trans id="staff.resolve" message="Resolve" />
        </ThumbButton>
      )}
      {standing === 'with-me' && ending && <Ending call={call} busy={busy} onBack={() => setEnding(false)} />}
      {standing === 'mine' && (
        <ThumbButton key="release" look="bare" onPress={() => void release(call)}>
          <Trans id="staff.release" message="Hand back" />
        </ThumbButton>
      )}
    </footer>
  );
}
