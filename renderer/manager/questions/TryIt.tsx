import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react';
import { useEffect, useState } from 'react';
import type { AskOutcome, AskTrial, Language } from '../../../shared/contract/index.ts';
import { languageFor, wordsIn } from '../../../shared/words-in.ts';
import { languages } from '../../i18n/languages.ts';
import { spoken } from '../../i18n/setup.ts';
import { Field } from '../../ui/Field.tsx';
import { capital, languageName } from '../../ui/format.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { Select } from '../parts/Select.tsx';
import { useLoaded } from '../use-house.tsx';

const PAUSE_MS = 300;

const outcomes: Readonly<Record<AskOutcome, MessageDescriptor>> = {
  answered: /*i18n*/ { id: 'manager.questions.answered', message: 'The kiosk answers.' },
  which: /*i18n*/ { id: 'manager.questions.which', message: 'The kiosk asks which of these was meant.' },
  unknown: /*i18n*/ { id: 'manager.questions.unknown', message: 'The kiosk says that it does not know, and offers a person.' },
  person: /*i18n*/ { id: 'manager.questions.person', message: 'The words go straight to a person.' },
};

/** What is typed, once nothing has been typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** What the kiosk would answer with the draft, how sure it is, and why. Nothing typed here is kept. */
export function TryIt({ draftOf }: { readonly draftOf: string }) {
  const [question, setQuestion] = useState('');
  const [language, setLanguage] = useState<Language>(spoken());
  const asked = useSettled(question.trim());
  return (
    <section className="panel">
      <h2>
        <Trans id="manager.questions.try" message="Try it" />
      </h2>
      <div className="pair">
        <Field
          label={<Trans id="manager.questions.try-label" message="A shopper types" />}
          hint={<Trans id="manager.questions.try-hint" message="Asked of the draft. Nothing you type here is kept." />}
          value={question}
          onChange={setQuestion}
          maxLength={300}
        />
        <Select
          label={<Trans id="manager.questions.language" message="The kiosk speaks" />}
          value={language}
          onChange={(value) => setLanguage(value as Language)}
          options={languages.map((value) => ({ value, label: capital(languageName(value, spoken())) }))}
        />
      </div>
      {asked !== '' && <Trial key={draftOf} question={asked} language={language} />}
    </section>
  );
}

function Trial({ question, language }: { readonly question: string; readonly language: Language }) {
  const { answer: trial } = useLoaded('manager/ask-try', { question, language, draft: true });
  return <div aria-live="polite">{trial !== null && <Result trial={trial} language={language} />}</div>;
}

function Result({ trial, language }: { readonly trial: AskTrial; readonly language: Language }) {
  const { i18n } = useLingui();
  const percent = (share: number) => i18n.number(share, { style: 'percent' });
  const { answer } = trial;
  return (
    <div className="stack">
      <p>
        <strong>{i18n._(outcomes[trial.outcome])}</strong>
      </p>
      {answer?.kind === 'written' && (
        <blockquote lang={languageFor(answer.answer, language)}>{wordsIn(answer.answer, language)}</blockquote>
      )}
      {answer?.kind === 'products' && (
        <blockquote lang={language}>{answer.products.map(({ name }) => wordsIn(name, language)).join(' · ')}</blockquote>
      )}
      <DataTable
        caption={<Trans id="manager.questions.why" message="Why" />}
        rows={trial.candidates}
        rowId={({ id }) => id}
        empty={<Trans id="manager.questions.nothing" message="No question shares a word with this." />}
        columns={[
          {
            id: 'question',
            heading: i18n._({ id: 'manager.questions.candidate', message: 'May be meant' }),
            cell: ({ id, question }) => (question === null ? <code translate="no">{id}</code> : wordsIn(question, language)),
          },
          {
            id: 'probability',
            heading: i18n._({ id: 'manager.questions.probability', message: 'Confidence' }),
            cell: ({ probability }) => percent(probability),
            figure: true,
          },
          {
            id: 'shared',
            heading: i18n._({ id: 'manager.questions.shared', message: 'Words in common' }),
            cell: ({ shared }) => shared.join(', '),
          },
        ]}
      />
      <p className="soft small">
        <Trans
          id="manager.questions.thresholds"
          message="Answered from {answer}, asked back from {ask}."
          values={{ answer: percent(trial.answerFrom), ask: percent(trial.askFrom) }}
        />{' '}
        {trial.unknown.length > 0 && (
          <Trans
            id="manager.questions.unknown-words"
            message="Not known: {words}."
            values={{ words: trial.unknown.join(', ') }}
          />
        )}{' '}
        {trial.corrected.length > 0 && (
          <Trans
            id="manager.questions.corrected"
            message="Read as: {words}."
            values={{ words: trial.corrected.map(({ typed, read }) => `${typed} → ${read}`).join(', ') }}
          />
        )}
      </p>
    </div>
  );
}
