import { Trans, useLingui } from '@lingui/react';
import { ConciergeBell, Smartphone } from 'lucide-react';
import type { ReactNode } from 'react';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import type { BeaconKind, EnrolmentView } from '../../../shared/contract/index.ts';
import { enrolmentPolicy } from '../../../shared/identity/enrolment.ts';
import { Button } from '../../ui/Button.tsx';
import { BeaconArt } from '../art/BeaconArt.tsx';
import { Scene } from '../layout/Scene.tsx';
import { callPerson } from '../state/commands.ts';
import { useCountdown } from '../state/use-countdown.ts';
import { Failure } from './Failure.tsx';
import { PhoneCode } from './PhoneCode.tsx';

interface EnrolmentProps {
  /** Null: nothing was begun. */
  readonly enrolment: EnrolmentView | null;
  readonly failed: boolean;
  /** Begins, or begins again. Left out where the shopper cannot. */
  readonly onListen?: (kind: BeaconKind) => void;
  /** Back to choosing a picture. */
  readonly onPicture?: () => void;
  /** What goes with the number of a new member. */
  readonly receipts?: ReactNode;
  readonly onCancel: () => void;
  readonly onFinish: (next: 'welcome' | 'account') => void;
}

function Listening({ remainingMs }: { readonly remainingMs: number }) {
  const { i18n } = useLingui();
  const left = useCountdown(remainingMs);
  const share = Math.max(0, 100 * (1 - left / enrolmentPolicy.patience));
  return (
    <div className="stack">
      <ProgressBar
        className="progress"
        value={share}
        aria-label={i18n._({ id: 'enrol.progress', message: 'Listening for your beacon' })}
      >
        <span className="progress-done" style={{ transform: `scaleX(${share / 100})` }} />
      </ProgressBar>
      <p className="figures">
        <Trans
          id="enrol.left"
          message="{seconds, plural, one {# second left} other {# seconds left}}"
          values={{ seconds: Math.ceil(left / 1000) }}
        />
      </p>
    </div>
  );
}

/** What the kiosk says for each end of the listening. Until "done" nothing is recorded. */
function words(state: EnrolmentView['state'] | null): { title: ReactNode; lead: ReactNode } {
  switch (state) {
    case null:
      return {
        title: <Trans id="enrol.ready" message="Take your loyalty beacon in your hand" />,
        lead: <Trans id="enrol.ready.more" message="You will hold it against the screen for a few seconds." />,
      };
    case 'listening':
      return {
        title: <Trans id="enrol.listening" message="Hold your loyalty beacon against the screen" />,
        lead: <Trans id="enrol.listening.more" message="Keep it there until the line is full." />,
      };
    case 'phone':
      return {
        title: <Trans id="enrol.phone" message="Scan this code with your beacon app" />,
        lead: (
          <Trans id="enrol.phone.more" message="Leave the app open until this screen changes. Show the code to nobody else." />
        ),
      };
    case 'sharing':
      return {
        title: <Trans id="enrol.sharing" message="You will carry the same beacon" />,
        lead: <Trans id="enrol.sharing.more" message="We then name neither of you until one touches a picture." />,
      };
    case 'picture-needed':
      return {
        title: <Trans id="enrol.picture-needed" message="You need a picture" />,
        lead: <Trans id="enrol.picture-needed.more" message="Nothing was recorded. Only your pictures tell you apart." />,
      };
    case 'picture-taken':
      return {
        title: <Trans id="enrol.picture-taken" message="Please choose another picture" />,
        lead: <Trans id="enrol.picture-taken.more" message="Nothing was recorded. Somebody with this beacon has that one." />,
      };
    case 'added':
      return {
        title: <Trans id="enrol.added" message="This beacon is yours now." />,
        lead: <Trans id="enrol.added.more" message="From your next visit, we will know it, too." />,
      };
    case 'found':
      return {
        title: <Trans id="enrol.found" message="We know your beacon again." />,
        lead: <Trans id="enrol.found.more" message="Its clock was wrong. We have noted the right time." />,
      };
    case 'done':
      return {
        title: <Trans id="enrol.done" message="Welcome. You are a member." />,
        lead: <Trans id="enrol.done.more" message="From your next visit, we will know your beacon." />,
      };
    case 'nothing-heard':
      return {
        title: <Trans id="enrol.nothing" message="We heard no beacon." />,
        lead: <Trans id="enrol.nothing.more" message="Nothing was recorded. Check that it is switched on, then try again." />,
      };
    case 'several-heard':
      return {
        title: <Trans id="enrol.several" message="We heard more than one beacon." />,
        lead: <Trans id="enrol.several.more" message="Nothing was recorded. Hold yours alone, touching the screen." />,
      };
    case 'no-radio':
      return {
        title: <Trans id="enrol.no-radio" message="This kiosk cannot hear beacons now." />,
        lead: <Trans id="enrol.no-radio.more" message="Nothing was recorded. Please try another day, or ask one of us." />,
      };
  }
}

export function Enrolment({ enrolment, failed, onListen, onPicture, receipts, onCancel, onFinish }: EnrolmentProps) {
  const state = enrolment?.state ?? null;
  const { title, lead } = words(state);
  const retry = state === 'nothing-heard' || state === 'several-heard';
  return (
    <Scene
      key={state ?? 'ready'}
      told={state !== 'phone'}
      title={title}
      lead={lead}
      picture={state === 'phone' ? null : <BeaconArt listening={state === 'listening'} />}
      onBack={null}
    >
      {failed && <Failure />}
      {enrolment?.state === 'phone' && <PhoneCode uri={enrolment.uri} remainingMs={enrolment.remainingMs} />}
      {enrolment?.state === 'listening' && <Listening remainingMs={enrolment.remainingMs} />}
      {enrolment?.state === 'done' && (
        <p className="lead" data-personal="">
          <Trans id="enrol.number" message="Your customer number is {number}." values={{ number: enrolment.customerNumber }} />
        </p>
      )}
      <div className="answers answers-large">
        {state === null && onListen && (
          <>
            <Button look="primary" onPress={() => onListen('beacon')}>
              <Trans id="enrol.start" message="I have it in my hand" />
            </Button>
            <Button icon={<Smartphone className="icon" aria-hidden="true" />} onPress={() => onListen('phone')}>
              <Trans id="enrol.start.phone" message="My telephone is my beacon" />
            </Button>
          </>
        )}
        {state === 'sharing' && onListen && (
          <Button look="primary" onPress={() => onListen('beacon')}>
            <Trans id="enrol.share" message="Share this beacon" />
          </Button>
        )}
        {(state === 'picture-needed' || state === 'picture-taken') && onPicture && (
          <Button look="primary" onPress={onPicture}>
            <Trans id="enrol.picture" message="Choose a picture" />
          </Button>
        )}
        {retry && onListen && (
          <Button look="primary" onPress={() => onListen('beacon')}>
            <Trans id="enrol.again" message="Try again" />
          </Button>
        )}
        {(retry || state === 'no-radio') && (
          <Button icon={<ConciergeBell className="icon" aria-hidden="true" />} onPress={() => void callPerson('asked')}>
            <Trans id="enrol.person" message="Ask someone from the team" />
          </Button>
        )}
        {(state === 'added' || state === 'found') && (
          <Button look="primary" onPress={() => onFinish('account')}>
            <Trans id="enrol.carry-on" message="Carry on" />
          </Button>
        )}
        {state === 'done' && (
          <>
            <Button look="primary" onPress={() => onFinish('welcome')}>
              <Trans id="enrol.finish" message="Back to the start" />
            </Button>
            <Button onPress={() => onFinish('account')}>
              <Trans id="enrol.account" message="See what we keep" />
            </Button>
          </>
        )}
      </div>
      {state === 'done' && receipts}
      {state !== 'done' && state !== 'added' && state !== 'found' && (
        <Button look="quiet" onPress={onCancel}>
          <Trans id="enrol.cancel" message="Stop here" />
        </Button>
      )}
    </Scene>
  );
}
