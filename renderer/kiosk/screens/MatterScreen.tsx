import { Trans, useLingui } from '@lingui/react';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';
import type { Input, Language, MatterView, Opened } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { day } from '../../ui/format.ts';
import { HandsArt } from '../art/HandsArt.tsx';
import { Scene } from '../layout/Scene.tsx';
import { callPerson, send } from '../state/commands.ts';
import { matterLead, matterTitle } from '../words/matter.tsx';
import { EraseMatter } from './EraseMatter.tsx';
import { Failure } from './Failure.tsx';

interface MatterScreenProps {
  readonly matter: MatterView;
  readonly language: Language;
  readonly matterKey: Input<'kiosk/matter-open'>;
  readonly onChanged: (opened: Opened) => void;
  readonly onLeave: () => void;
}

/** What became of a complaint or an idea, for whoever holds its reference and its code. */
export function MatterScreen({ matter, language, matterKey, onChanged, onLeave }: MatterScreenProps) {
  const { i18n } = useLingui();
  const [failed, setFailed] = useState(false);
  const [erasing, setErasing] = useState(false);
  const react = async (settles: boolean) => {
    const told = await send('kiosk/matter-react', { ...matterKey, settles });
    setFailed(told === null);
    if (told !== null) onChanged(told);
  };
  if (erasing) return <EraseMatter matterKey={matterKey} onKeep={() => setErasing(false)} onErased={onLeave} />;
  return (
    <Scene
      shape={matter.answer === null ? 'tall' : 'list'}
      live
      onBack={onLeave}
      picture={matter.answer === null && <HandsArt coming={matter.state !== 'received'} />}
      title={matterTitle(matter)}
      lead={matterLead(matter, language)}
    >
      {matter.answer !== null && (
        <section className="letter" data-personal="" aria-label={i18n._({ id: 'matter.answer', message: 'Our answer' })}>
          <p lang={matter.language}>{matter.answer}</p>
        </section>
      )}
      <Disclosure className="question own-words">
        <Heading level={2}>
          <AriaButton slot="trigger" className="question-ask">
            <span>
              <Trans id="matter.words" message="What you wrote on {day}" values={{ day: day(matter.receivedOn, language) }} />
            </span>
            <ChevronDown className="icon" aria-hidden="true" />
          </AriaButton>
        </Heading>
        <DisclosurePanel className="question-panel">
          <p className="question-answer" lang={matter.language} data-personal="">
            {matter.words}
          </p>
        </DisclosurePanel>
      </Disclosure>
      {failed && <Failure />}
      <div className="answers">
        {matter.settles && (
          <Button look="primary" onPress={() => void react(true)}>
            <Trans id="matter.settles" message="This settles it" />
          </Button>
        )}
        {matter.reopens ? (
          <Button onPress={() => void react(false)}>
            <Trans id="matter.reopens" message="This does not settle it" />
          </Button>
        ) : (
          matter.kind === 'complaint' &&
          matter.outcome !== 'settled' && (
            <Button onPress={() => void callPerson('complaint')}>
              <Trans id="matter.call" message="Talk to someone now" />
            </Button>
          )
        )}
      </div>
      <Button look="bare" className="aside" onPress={() => setErasing(true)}>
        <Trans id="matter.erase" message="Erase all of this" />
      </Button>
    </Scene>
  );
}
