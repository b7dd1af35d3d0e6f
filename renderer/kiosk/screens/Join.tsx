import { Trans } from '@lingui/react';
import { useState } from 'react';
import type { BeaconKind, Language, Picture, VisitView } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Scene } from '../layout/Scene.tsx';
import { send } from '../state/commands.ts';
import { type JoinDraft, readDraft, stepBefore, stepCount, stepNumber, writeDraft } from '../state/join-draft.ts';
import { goHome, goTo, setText, textOf, useView } from '../state/view.ts';
import { shownText, useConsentWords } from '../words/consent-text.ts';
import { ConsentQuestion } from './ConsentQuestion.tsx';
import { Enrolment } from './Enrolment.tsx';
import { JoinName } from './JoinName.tsx';
import { PictureGrid } from './PictureGrid.tsx';
import { ReceiptOffer } from './ReceiptOffer.tsx';

/** Joining: one question at a time, nothing chosen beforehand, nothing recorded before the beacon is heard. */
export function Join({ visit, language }: { readonly visit: VisitView; readonly language: Language }) {
  const text = useView((v) => textOf(v, 'join'));
  const [failed, setFailed] = useState(false);
  const draft = readDraft(text);
  const recognition = useConsentWords('recognition');
  const history = useConsentWords('history');
  const change = (part: Partial<JoinDraft>) => setText('join', writeDraft({ ...draft, ...part }));
  const previous = stepBefore(draft.step);
  const back = () => (previous ? change({ step: previous }) : goHome());
  const leave = () => {
    setText('join', '');
    goHome('not-joined');
  };
  const listen = async (kind: BeaconKind, picture = draft.picture) => {
    setFailed(false);
    // The manager has changed the words meanwhile: they are read before they are agreed to.
    if (draft.read.recognition !== recognition.version) return change({ step: 'recognition' });
    if (draft.history && draft.read.history !== history.version) return change({ step: 'history' });
    const answer = await send('kiosk/join', {
      recognition: shownText(recognition, language),
      history: draft.history ? shownText(history, language) : null,
      name: draft.name.trim() || null,
      picture,
      with: kind,
    });
    setFailed(answer === null);
  };
  const choose = (picture: Picture) => {
    change({ picture, step: 'beacon' });
    // The shopper has said yes to sharing already; only the picture was missing.
    const asked = visit.enrolment?.state;
    if (asked === 'picture-needed' || asked === 'picture-taken') void listen('beacon', picture);
  };
  const stop = async () => {
    await send('kiosk/join-cancel', {});
    leave();
  };

  if (draft.step === 'beacon') {
    return (
      <Enrolment
        enrolment={visit.enrolment}
        failed={failed}
        onListen={(kind) => void listen(kind)}
        onPicture={() => change({ step: 'picture' })}
        receipts={
          <div className="answers">
            <ReceiptOffer purpose="recognition" />
            {visit.consents.history && <ReceiptOffer purpose="history" />}
          </div>
        }
        onCancel={() => void stop()}
        onFinish={(next) => {
          setText('join', '');
          goTo(next);
        }}
      />
    );
  }

  const step = <Trans id="join.step" message="Step {n} of {count}" values={{ n: stepNumber(draft.step), count: stepCount }} />;
  switch (draft.step) {
    case 'recognition':
      return (
        <ConsentQuestion
          key="recognition"
          purpose="recognition"
          language={language}
          over={step}
          onBack={back}
          yes={<Trans id="join.recognition.yes" message="Yes, recognise me" />}
          no={<Trans id="join.no" message="No, thank you" />}
          onYes={({ version }) => change({ step: 'history', read: { ...draft.read, recognition: version } })}
          onNo={leave}
          after={
            <Button look="bare" onPress={() => goTo('card')}>
              <Trans id="join.member" message="Already a member, but not recognised" />
            </Button>
          }
        />
      );
    case 'history':
      return (
        <ConsentQuestion
          key="history"
          purpose="history"
          language={language}
          over={step}
          onBack={back}
          yes={<Trans id="join.history.yes" message="Yes, use my purchases" />}
          no={<Trans id="join.no" message="No, thank you" />}
          onYes={({ version }) => change({ step: 'name', history: true, read: { ...draft.read, history: version } })}
          onNo={() => change({ step: 'name', history: false })}
        />
      );
    case 'name':
      return (
        <JoinName
          key="name"
          step={step}
          name={draft.name}
          onChange={(name) => change({ name })}
          onBack={back}
          onNext={(name) => change({ name, step: 'picture' })}
        />
      );
    case 'picture':
      return (
        <Scene
          key="picture"
          over={step}
          shape="list"
          onBack={back}
          lead={<Trans id="join.picture.lead" message="It proves that it is you, if someone copies your beacon." />}
          title={<Trans id="join.picture" message="Choose a picture to remember" />}
        >
          <PictureGrid chosen={draft.picture} onChoose={choose} />
          <Button onPress={() => change({ picture: null, step: 'beacon' })}>
            <Trans id="join.picture.none" message="Carry on without a picture" />
          </Button>
        </Scene>
      );
  }
}
