import { Trans, useLingui } from '@lingui/react';
import { ArrowDownToLine, Clock, Contrast, Volume2 } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { SprigArt } from '../art/SprigArt.tsx';
import { Scene } from '../layout/Scene.tsx';
import { speech, useSpeech } from '../speech/speech.ts';
import { setComfort, type TextScale, useComfort } from '../state/comfort.ts';
import { useVisit } from '../state/station.ts';
import { setPanel } from '../state/view.ts';

/** How to read, hear and reach this screen. Effective at once, forgotten with the visit. */
export function Accessibility() {
  const { i18n } = useLingui();
  const { language, textScale, contrast, reach, speech: speaking, unhurried } = useComfort();
  const recognised = useVisit()?.recognised ?? false;
  const voiceless = useSpeech((s) => s.voiceless === language);
  const sizes: { value: TextScale; label: string }[] = [
    { value: '100', label: i18n._({ id: 'access.size.100', message: 'Usual' }) },
    { value: '150', label: i18n._({ id: 'access.size.150', message: 'Large' }) },
    { value: '200', label: i18n._({ id: 'access.size.200', message: 'Very large' }) },
  ];
  return (
    <Scene
      picture={<SprigArt />}
      onBack={null}
      title={<Trans id="access.title" message="Accessibility" />}
      lead={<Trans id="access.lead" message="It changes at once, for this visit only." />}
    >
      <Choice
        label={<Trans id="access.size" message="Size of the text" />}
        value={textScale}
        onChange={(value) => setComfort({ textScale: value })}
        options={sizes}
      />
      {recognised && textScale !== '100' && (
        <Notice>
          <p>
            <Trans id="access.size.seen" message="Large words can be read from further away, by others too." />
          </p>
        </Notice>
      )}
      <div className="settings">
        <Toggle isSelected={contrast} onChange={(on) => setComfort({ contrast: on })}>
          <Contrast className="icon" aria-hidden="true" />
          <Trans id="access.contrast" message="High contrast" />
        </Toggle>
        <Toggle isSelected={reach} onChange={(on) => setComfort({ reach: on })}>
          <ArrowDownToLine className="icon" aria-hidden="true" />
          <Trans id="access.reach" message="Everything within reach, low on the screen" />
        </Toggle>
        <Toggle isSelected={speaking} onChange={speech.toggle}>
          <Volume2 className="icon" aria-hidden="true" />
          <Trans id="access.speech" message="Read the screen aloud" />
        </Toggle>
        {speaking && voiceless && (
          <Notice>
            <p>
              <Trans id="access.no-voice" message="This kiosk has no voice for English. One of us can read it to you." />
            </p>
          </Notice>
        )}
        <Toggle isSelected={unhurried} onChange={(on) => setComfort({ unhurried: on })}>
          <Clock className="icon" aria-hidden="true" />
          <Trans id="access.time" message="More time on every screen" />
        </Toggle>
      </div>
      <Button look="primary" onPress={() => setPanel(null)}>
        <Trans id="access.done" message="Close" />
      </Button>
    </Scene>
  );
}
