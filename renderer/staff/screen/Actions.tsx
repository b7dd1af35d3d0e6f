import { Trans } from '@lingui/react';
import { useState } from 'react';
import type { StaffCall } from '../../../shared/contract/index.ts';
import type { Standing } from '../desk/card.ts';
import { useActions, useDesk } from '../use-desk.tsx';
import { HandOver, HandOverAsked } from './HandOver.tsx';
import { lateSheet } from './late-page.tsx';
import { ThumbButton } from './ThumbButton.tsx';

/** Nobody ends a call in the first seconds of a page; what it needs is large. */
export const Ending = lateSheet(() => import('./Ending.tsx').then((part) => part.Ending));

/** The one thing to do next, under the thumb. */
export function Actions(props: { readonly call: StaffCall; readonly standing: Standing; readonly onGoodwill: () => void }) {
  const { call, standing } = props;
  const { claim, arrive, release, answerHandOver } = useActions();
  const step = useDesk((desk) => desk.step);
  const gestures = useDesk((desk) => desk.snapshot?.goodwill != null);
  const [sheet, setSheet] = useState<'ending' | 'hand-over' | null>(null);
  const busy = step?.state === 'sending';
  const mayHandOver = (standing === 'mine' || standing === 'with-me') && call.handOver === null;

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
      {standing !== 'offered' && <HandOverAsked call={call} />}
      {sheet === 'hand-over' && mayHandOver ? (
        <HandOver call={call} onClose={() => setSheet(null)} />
      ) : standing === 'with-me' && sheet === 'ending' ? (
        <Ending call={call} busy={busy} onClose={() => setSheet(null)} />
      ) : (
        <>
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
          {standing === 'with-me' && (
            <ThumbButton key="resolve" follows onPress={() => setSheet('ending')}>
              <Trans id="staff.resolve" message="Resolve" />
            </ThumbButton>
          )}
          {standing === 'offered' && (
            <>
              <ThumbButton key="take-over" onPress={() => void answerHandOver(call, true)}>
                <Trans id="staff.take-over" message="Take over" />
              </ThumbButton>
              <ThumbButton key="decline" look="bare" onPress={() => void answerHandOver(call, false)}>
                <Trans id="staff.decline" message="Not now" />
              </ThumbButton>
            </>
          )}
          <div className="thumb-more">
            {mayHandOver && (
              <ThumbButton key="hand-over" look="bare" onPress={() => setSheet('hand-over')}>
                <Trans id="staff.hand-over" message="Hand over" />
              </ThumbButton>
            )}
            {standing === 'mine' && (
              <ThumbButton key="release" look="bare" onPress={() => void release(call)}>
                <Trans id="staff.release" message="Hand back" />
              </ThumbButton>
            )}
            {standing === 'with-me' && gestures && (
              <ThumbButton key="goodwill" look="bare" onPress={props.onGoodwill}>
                <Trans id="staff.goodwill.open" message="Make a gesture" />
              </ThumbButton>
            )}
          </div>
        </>
      )}
    </footer>
  );
}
