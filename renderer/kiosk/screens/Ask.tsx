import { Trans } from '@lingui/react';
import { ConciergeBell } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Language } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { hideKeyboard } from '../keyboard/field-focus.ts';
import { Scene } from '../layout/Scene.tsx';
import { callPerson } from '../state/commands.ts';
import { useVisit } from '../state/station.ts';
import { useAnswer } from '../state/use-answer.ts';
import { goTo, setText, textOf, useView } from '../state/view.ts';
import { Failure } from './Failure.tsx';
import { QuestionList } from './QuestionList.tsx';

/** Common questions on a simple screen. */
const FEW = 3;

/** Common questions at a glance, a typed one, and an honest answer when there is none. */
export function Ask({ language }: { readonly language: Language }) {
  const text = useView((v) => textOf(v, 'ask'));
  const [asked, setAsked] = useState<string | null>(null);
  const common = useAnswer('kiosk/common-questions', {});
  const reply = useAnswer('kiosk/ask', asked === null ? null : { question: asked });
  // One proposal of a person at a time: the line over the screen asks already.
  const visit = useVisit();
  const proposed = visit?.proposal != null;
  const [few] = useState(visit?.simple ? FEW : undefined);
  const shown = asked !== null && reply.settled && !reply.failed ? reply.answer : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    // The same question again is asked again: a repetition tells the station that the answer did not help.
    if (text.trim() === asked) reply.again();
    setAsked(text.trim());
    hideKeyboard();
  };
  return (
    <Scene shape="list" title={<Trans id="ask.title" message="Ask a question" />}>
      <form onSubmit={submit} className="search">
        <Field
          label={<Trans id="ask.label" message="Your question, in your own words" />}
          value={text}
          onChange={(value) => setText('ask', value)}
          maxLength={300}
          autoComplete="off"
        />
        <Button type="submit" look="primary" isDisabled={!text.trim()}>
          <Trans id="ask.send" message="Ask" />
        </Button>
      </form>
      {reply.failed && asked !== null && <Failure again={reply.again} />}
      {shown && shown.answers.length > 0 && (
        <>
          <h2>
            <Trans id="ask.answer" message="Our answer" />
          </h2>
          <QuestionList answers={shown.answers} language={language} firstOpen />
        </>
      )}
      {shown && shown.answers.length === 0 && (
        <Notice title={<Trans id="ask.none" message="We have no written answer to that." />}>
          <p>
            {shown.person ? (
              <Trans id="ask.none.person" message="A person is the right answer here." />
            ) : (
              <Trans id="ask.none.more" message="Other words may help. One of us certainly can." />
            )}
          </p>
          {!proposed && (
            <Button
              icon={<ConciergeBell className="icon" aria-hidden="true" />}
              onPress={() => void callPerson('repeated-failure')}
            >
              <Trans id="ask.none.call" message="Ask someone from the team" />
            </Button>
          )}
        </Notice>
      )}
      <h2>
        <Trans id="ask.common" message="Often asked" />
      </h2>
      {common.failed && <Failure again={common.again} />}
      <QuestionList answers={(common.answer?.answers ?? []).slice(0, few)} language={language} />
      <Button look="bare" className="aside" onPress={() => goTo('complaint')}>
        <Trans id="ask.complaint" message="Something went wrong? Make a complaint" />
      </Button>
    </Scene>
  );
}
