import { Trans, useLingui } from '@lingui/react';
import { useState } from 'react';
import { missingStatements, sentencesOf } from '../../../shared/consent/statements.ts';
import type { ConsentTextView, Language, Purpose } from '../../../shared/contract/index.ts';
import { languageFor, wordsIn } from '../../../shared/words-in.ts';
import { Refused } from '../../api.ts';
import { languages } from '../../i18n/languages.ts';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Field } from '../../ui/Field.tsx';
import { capital, languageName } from '../../ui/format.ts';
import { Notice } from '../../ui/Notice.tsx';
import { fromForm, type InForm, inForm } from '../forms/in-languages.ts';
import { refusedWords } from '../forms/problem-words.ts';
import { useActions } from '../use-house.tsx';
import { statementWords } from './rights-words.ts';

interface TextFormProps {
  readonly purpose: Purpose;
  readonly current: ConsentTextView;
  readonly saved: () => Promise<void>;
}

/** New words for one purpose, in every language of the kiosk, with what they leave out and how they look on the kiosk. */
export function TextForm({ purpose, current, saved }: TextFormProps) {
  const { i18n } = useLingui();
  const { call } = useActions();
  const [words, setWords] = useState<InForm<'text'>>(inForm('text', current, (text) => text));
  const texts = fromForm('text', words, (text) => text);
  const [meaning, setMeaning] = useState<'same' | 'changed' | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [preview, setPreview] = useState<Language | null>(null);
  const changed = languages.some((language) => texts[language] !== current[language]);
  const missing = (language: Language) =>
    texts[language] === undefined ? [] : missingStatements(purpose, language, texts[language]);
  const whole = languages.every((language) => missing(language).length === 0);
  const publish = async () => {
    try {
      await call('manager/consent-text-publish', { purpose, ...texts, asksAgain: meaning === 'changed' });
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
              label={capital(languageName(language, spoken()))}
              value={words[`text.${language}`]}
              onChange={(text) => setWords({ ...words, [`text.${language}`]: text })}
              error={
                missing(language).length === 0
                  ? undefined
                  : missing(language)
                      .map((statement) => i18n._(statementWords[statement]))
                      .join(' ')
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
      {preview !== null && <Preview words={wordsIn(texts, preview)} language={languageFor(texts, preview)} />}
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
function Preview({ words, language }: { readonly words: string; readonly language: Language }) {
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
