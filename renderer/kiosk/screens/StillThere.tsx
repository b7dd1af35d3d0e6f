import { Trans, useLingui } from '@lingui/react';
import { useEffect } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Scene } from '../layout/Scene.tsx';
import { chime } from '../state/chime.ts';
import { wake } from '../state/commands.ts';
import { useCountdown } from '../state/use-countdown.ts';

/** When it is said again that time is running out. */
const LATE_S = 8;

/** Nobody has touched the screen for a while. One tap anywhere, or on the big button, and nothing is lost. */
export function StillThere({ endsInMs }: { readonly endsInMs: number }) {
  const { i18n } = useLingui();
  const seconds = Math.ceil(useCountdown(endsInMs) / 1000);
  const late = seconds <= LATE_S;
  // Once as the question comes, and once more before it is too late: not everybody is looking.
  useEffect(() => {
    if (late) chime();
  }, [late]);
  useEffect(chime, []);
  return (
    <Scene
      told
      onBack={null}
      picture={<span className="serif figures countdown">{seconds}</span>}
      title={<Trans id="idle.title" message="Are you still there?" />}
      lead={<Trans id="idle.lead" message="After that, this screen forgets your visit." />}
    >
      <Button look="primary" className="still-here" onPress={() => void wake()}>
        <Trans id="idle.here" message="I’m still here" />
      </Button>
      <span
        className="unseen"
        role="timer"
        aria-label={i18n._({
          id: 'idle.left',
          message: '{seconds, plural, one {# second left} other {# seconds left}}',
          values: { seconds },
        })}
      />
    </Scene>
  );
}
