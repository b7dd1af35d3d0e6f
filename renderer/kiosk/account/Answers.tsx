import { Trans } from '@lingui/react';
import type { Input, Language, Output, Purpose, VisitView } from '../../../shared/contract/index.ts';
import { Scene } from '../layout/Scene.tsx';
import { ConsentRow } from '../screens/ConsentRow.tsx';
import { Failure } from '../screens/Failure.tsx';
import { useStation } from '../state/station.ts';

interface AnswersProps {
  readonly visit: VisitView;
  readonly language: Language;
  readonly consents: Output<'kiosk/account'>['consents'];
  readonly failed: boolean;
  readonly onGive: (purpose: Purpose, shown: Input<'kiosk/consent'>['shown']) => void;
  readonly onWithdraw: (purpose: Purpose) => void;
  readonly onBack: () => void;
}

/** Every purpose in one place, each with its state, its words, its switch and its receipt. */
export function Answers({ visit, language, consents, failed, onGive, onWithdraw, onBack }: AnswersProps) {
  const cameraOffered = useStation((s) => s.snapshot?.store.cameraOffered ?? false);
  const given = (purpose: Purpose) => consents.some((consent) => consent.purpose === purpose && consent.given);
  const row = (purpose: Purpose) => ({
    purpose,
    language,
    onGive: (shown: Input<'kiosk/consent'>['shown']) => onGive(purpose, shown),
    onWithdraw: () => onWithdraw(purpose),
  });
  return (
    <Scene
      shape="list"
      onBack={onBack}
      title={<Trans id="account.answers" message="What I agreed to" />}
      lead={<Trans id="answers.lead" message="A no costs nothing, and holds at every kiosk at once." />}
    >
      {failed && (
        <Failure>
          <Trans id="account.failed" message="Nothing has changed. You can try again, or ask one of us." />
        </Failure>
      )}
      <ConsentRow
        {...row('recognition')}
        given
        title={<Trans id="answers.recognition" message="The kiosk knows you" />}
        stop={<Trans id="account.leave.now" message="Leave and erase" />}
      />
      <ConsentRow
        {...row('history')}
        given={given('history')}
        title={<Trans id="account.history" message="Your purchases choose your offers" />}
      />
      <ConsentRow
        {...row('diet')}
        given={given('diet')}
        title={<Trans id="answers.diet" message="We keep the diet you tell us" />}
      />
      {cameraOffered && (
        <ConsentRow
          {...row('camera')}
          given={visit.camera === 'allowed'}
          title={<Trans id="answers.camera" message="The camera helps, in this visit" />}
        />
      )}
    </Scene>
  );
}
