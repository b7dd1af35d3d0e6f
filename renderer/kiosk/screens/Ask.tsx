import { Trans } from '@lingui/react';
import { type FormEvent, useState } from 'react';
import type { Language } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { hideKeyboard } from '../keyboard/field-focus.ts';
import { Scene } from '../layout/Scene.tsx';
import { useVisit } from '../state/station.ts';
import { useAnswer } from '../state/use-answer.ts';
import { goTo, setText, textOf, useView } from '../state/view.ts';
import { AnswerCard } from './AnswerCard.tsx';
import { AskPerson } from './AskPerson.tsx';
import { Failure } from './Failure.tsx';
import { QuestionList } from './QuestionList.tsx';
import { useQuestion } from './use-question.ts';

/** Common questions on a simple screen. */
const FEW = 3;

/** A question in the shopper's own words; the answer comes first, then everything else. */
export function Ask({ language }: { readonly language: Language }) {
  const text = useView((v) => textOf(v, 'ask'));
  const common = useAnswer('kiosk/common-questions', {});
  const question = useQuestion();
  const visit = useVisit();
  const [few] = useState(visit?.simple ? FEW : undefined);
  const { reply } = question;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = text.trim();
    if (!typed) return;
    hideKeyboard();
    void question.ask(typed);
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
      {question.failed !== null && <Failure again={question.failed} />}
      {reply?.outcome === 'answered' && reply.answer !== null && (
        <AnswerCard key={question.count} answer={reply.answer} language={language} />
      )}
      {reply?.outcome === 'which' && (
        <section className="ask-which" aria-live="polite">
          <h2>
            <Trans id="ask.which" message="Did you mean one of these?" />
          </h2>
          <QuestionList questions={reply.which} onChoose={(id) => void question.choose(id)} />
          <Button look="bare" className="aside" onPress={question.noneOfThese}>
            <Trans id="ask.which.none" message="None of these" />
          </Button>
        </section>
      )}
      {(reply?.outcome === 'unknown' || reply?.outcome === 'person') && (
        <AskPerson key={question.count} person={reply.outcome === 'person'} />
      )}
      {reply === null && (
        <>
          <h2>
            <Trans id="ask.common" message="Often asked" />
          </h2>
          {common.failed && <Failure again={common.again} />}
          <QuestionList questions={(common.answer?.questions ?? []).slice(0, few)} onChoose={(id) => void question.choose(id)} />
        </>
      )}
      {reply !== null && (
        <Button look="bare" className="aside" onPress={question.clear}>
          <Trans id="ask.more" message="Ask something else" />
        </Button>
      )}
      {reply === null && (
        <Button look="bare" className="aside" onPress={() => goTo('complaint')}>
          <Trans id="ask.complaint" message="Something went wrong? Make a complaint" />
        </Button>
      )}
    </Scene>
  );
}
