import { Trans, useLingui } from '@lingui/react';
import { Button } from '../../ui/Button.tsx';
import { Scene } from '../layout/Scene.tsx';
import { wake } from '../state/commands.ts';
import { useCountdown } from '../state/use-countdown.ts';

/** Nobody has touched the screen for a while. One tap anywhere, or on the big button, and nothing is lost. */
export function StillThere({ endsInMs }: { readonly endsInMs: number }) {
  const { i18n } = useLingui();
  const seconds = Math.ceil(useCountdown(endsInMs) / 1000);
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
