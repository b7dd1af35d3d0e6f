import { Trans, useLingui } from '@lingui/react';
import { useState } from 'react';
import { missingStatements, sentencesOf } from '../../../shared/consent/statements.ts';
import type { ConsentTextView, Purpose } from '../../../shared/contract/index.ts';
import { Refused } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { refusedWords } from '../forms/problem-words.ts';
import { useActions } from '../use-house.tsx';
import { statementWords } from './rights-words.ts';

interface TextFormProps {
  readonly purpose: Purpose;
  readonly current: ConsentTextView;
  readonly saved: () => Promise<void>;
}

const languages = ['fr', 'en'] as const;

/** New words for one purpose, in both languages, with what they leave out and how they look on the kiosk. */
export function TextForm({ purpose, current, saved }: TextFormProps) {
  const { i18n } = useLingui();
  const { call } = useActions();
  const [words, setWords] = useState({ fr: current.fr, en: current.en });
  const [meaning, setMeaning] = useState<'same' | 'changed' | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [preview, setPreview] = useState<(typeof languages)[number] | null>(null);
  const changed = words.fr !== current.fr || words.en !== current.en;
  const missing = { fr: missingStatements(purpose, 'fr', words.fr), en: missingStatements(purpose, 'en', words.en) };
  const whole = missing.fr.length === 0 && missing.en.length === 0;
  const labels = {
    fr: <Trans id="manager.rights.french" message="French" />,
    en: <Trans id="manager.rights.english" message="English" />,
  };
  const publish = async () => {
    try {
      await call('manager/consent-text-publish', { purpose, ...words, asksAgain: meaning === 'changed' });
      setRefused(null);
      await saved();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setRefused(error.code);
    }
  };
  return (
    <div className="form">
      <div className="pair">
        {languages.map((language) => (
          <div key={language} className="words">
            <Field
              multiline
              rows={9}
              lang={language}
              label={labels[language]}
              value={words[language]}
              onChange={(text) => setWords({ ...words, [language]: text })}
              error={
                missing[language].length === 0
                  ? undefined
                  : missing[language].map((statement) => i18n._(statementWords[statement])).join(' ')
              }
            />
            <Button onPress={() => setPreview(preview === language ? null : language)}>
              {preview === language ? (
                <Trans id="manager.rights.preview.close" message="Close the preview" />
              ) : (
                <Trans id="manager.rights.preview" message="See it as on the kiosk" />
              )}
            </Button>
          </div>
        ))}
      </div>
      {preview !== null && <Preview words={words[preview]} language={preview} />}
      {changed && (
        <Choice
          label={<Trans id="manager.rights.meaning" message="Do the new words mean the same?" />}
          value={meaning}
          onChange={setMeaning}
          options={[
            {
              value: 'same',
              label: (
                <Trans id="manager.rights.meaning.same" message="Yes: only the wording is better. Everybody’s answer stands." />
              ),
            },
            {
              value: 'changed',
              label: <Trans id="manager.rights.meaning.changed" message="No: everybody who said yes is asked again." />,
            },
          ]}
        />
      )}
      {refused !== null && <Notice tone="problem">{refusedWords(refused, i18n)}</Notice>}
      <div className="row">
        <Button look="primary" isDisabled={!changed || !whole || meaning === null} onPress={() => void publish()}>
          <Trans id="manager.rights.publish" message="Publish" />
        </Button>
        {!changed && (
          <span className="soft">
            <Trans id="manager.rights.unchanged" message="These are the words shoppers read now." />
          </span>
        )}
      </div>
    </div>
  );
}

/** The question as it stands on the kiosk's screen, in its own size, scaled to fit. */
function Preview({ words, language }: { readonly words: string; readonly language: (typeof languages)[number] }) {
  const [question = '', ...sentences] = sentencesOf(words);
  return (
    <figure className="kiosk-preview" lang={language}>
      <div>
        <p className="kiosk-question">{question}</p>
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      <figcaption className="soft">
        <Trans id="manager.rights.preview.caption" message="Half the size of the portrait kiosk." />
      </figcaption>
    </figure>
  );
}
