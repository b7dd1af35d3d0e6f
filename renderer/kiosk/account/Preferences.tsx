import { Trans, useLingui } from '@lingui/react';
import { useState } from 'react';
import { type Input, type Language, type Output, PreferenceKind } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { day } from '../../ui/format.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Scene } from '../layout/Scene.tsx';
import { ConsentQuestion } from '../screens/ConsentQuestion.tsx';
import { Failure } from '../screens/Failure.tsx';
import { ReceiptOffer } from '../screens/ReceiptOffer.tsx';
import { send } from '../state/commands.ts';
import { useAnswer } from '../state/use-answer.ts';
import { PreferenceForm } from './PreferenceForm.tsx';
import { kindWords, PreferenceWords } from './preference-words.tsx';

interface PreferencesProps {
  readonly language: Language;
  /** Whether the consent for a diet stands. */
  readonly dietAgreed: boolean;
  /** A consent was given or refused here. */
  readonly onAnswered: () => void;
  readonly onBack: () => void;
}

type Told = Output<'kiosk/preferences'>;

/** What the shopper likes, each with where it is from, and what an employee proposes to add. */
export function Preferences({ language, dietAgreed, onAnswered, onBack }: PreferencesProps) {
  const { i18n } = useLingui();
  const [editing, setEditing] = useState<PreferenceKind | null>(null);
  const [failed, setFailed] = useState(false);
  const { answer: told, failed: unread, again } = useAnswer('kiosk/preferences', {});
  const done = () => {
    setEditing(null);
    again();
  };
  const agree = async (decision: 'given' | 'refused', shown: Input<'kiosk/consent'>['shown']) => {
    const reply = await send('kiosk/consent', { purpose: 'diet', decision, shown });
    setFailed(reply === null);
    onAnswered();
    if (decision === 'refused') done();
  };
  const answer = async (id: string, agreed: boolean) => {
    setFailed((await send('kiosk/proposal-answer', { id, agreed })) === null);
    again();
  };
  if (editing === 'diet' && !dietAgreed) {
    return (
      <ConsentQuestion
        purpose="diet"
        language={language}
        onBack={done}
        yes={<Trans id="preference.diet.yes" message="Yes, keep my diet" />}
        no={<Trans id="join.no" message="No, thank you" />}
        onYes={(shown) => void agree('given', shown)}
        onNo={(shown) => void agree('refused', shown)}
      >
        {failed && <Failure />}
      </ConsentQuestion>
    );
  }
  if (editing !== null && told) {
    const kept = told.preferences.find(({ kind }) => kind === editing) ?? null;
    return <PreferenceForm kind={editing} kept={kept} shelves={told.shelves} language={language} onDone={done} />;
  }
  return (
    <Scene
      shape="list"
      onBack={onBack}
      title={<Trans id="account.preferences" message="My preferences" />}
      lead={<Trans id="preferences.lead" message="Only what you tell us yourself. We guess nothing." />}
    >
      {unread && <Failure again={again} />}
      {failed && <Failure />}
      {!told && !unread && <Skeleton height="16rem" />}
      {told?.proposals.map(({ id, by, preference }) => (
        <Notice
          key={id}
          tone="warm"
          title={<Trans id="preference.proposed" message="{by} proposes to note this:" values={{ by }} />}
        >
          <p className="proposed">
            <PreferenceWords preference={preference} shelves={told.shelves} language={language} />
          </p>
          <div className="answers">
            <Button onPress={() => void answer(id, true)}>
              <Trans id="preference.agree" message="Yes, note it" />
            </Button>
            <Button onPress={() => void answer(id, false)}>
              <Trans id="join.no" message="No, thank you" />
            </Button>
          </div>
        </Notice>
      ))}
      {told && (
        <ul className="preferences">
          {PreferenceKind.options.map((kind) => (
            <li key={kind}>
              <div>
                <h2>{i18n._(kindWords[kind].name)}</h2>
                <Kept told={told} kind={kind} language={language} />
              </div>
              <Button onPress={() => setEditing(kind)}>
                {told.preferences.some((one) => one.kind === kind) ? (
                  <Trans id="preference.change" message="Change" />
                ) : (
                  <Trans id="preference.tell" message="Tell us" />
                )}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {dietAgreed && <ReceiptOffer purpose="diet" />}
    </Scene>
  );
}

function Kept({ told, kind, language }: { readonly told: Told; readonly kind: PreferenceKind; readonly language: Language }) {
  const { i18n } = useLingui();
  const kept = told.preferences.find((one) => one.kind === kind);
  if (kept === undefined) return <p className="soft">{i18n._(kindWords[kind].use)}</p>;
  return (
    <>
      <p>
        <strong>
          <PreferenceWords preference={kept} shelves={told.shelves} language={language} />
        </strong>
      </p>
      <p className="soft">
        {kept.proposedBy === null ? (
          <Trans id="preference.from.you" message="You told us on {day}." values={{ day: day(kept.on, language) }} />
        ) : (
          <Trans
            id="preference.from.employee"
            message="{by} proposed it, and you agreed on {day}."
            values={{ by: kept.proposedBy, day: day(kept.on, language) }}
          />
        )}
      </p>
    </>
  );
}
