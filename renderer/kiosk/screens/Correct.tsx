import { Trans } from '@lingui/react';
import { type FormEvent, useState } from 'react';
import type { Language, Output, Picture } from '../../../shared/contract/index.ts';
import { tongues } from '../../../shared/tongues.ts';
import { languages } from '../../i18n/languages.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Field } from '../../ui/Field.tsx';
import { hideKeyboard } from '../keyboard/field-focus.ts';
import { Scene } from '../layout/Scene.tsx';
import { send } from '../state/commands.ts';
import { Failure } from './Failure.tsx';
import { PictureGrid } from './PictureGrid.tsx';

/** The customer's own corrections: name, language and picture. The number is the till's to change. */
export function Correct({ account, onBack }: { readonly account: Output<'kiosk/account'>; readonly onBack: () => void }) {
  const [name, setName] = useState(account.name ?? '');
  const [language, setLanguage] = useState<Language>(account.language);
  const [picture, setPicture] = useState<Picture | null>(null);
  const [failed, setFailed] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    hideKeyboard();
    const done = await send('kiosk/rectify', { name: name.trim() || null, language, ...(picture === null ? {} : { picture }) });
    setFailed(done === null);
    if (done) onBack();
  };
  return (
    <Scene shape="list" onBack={onBack} title={<Trans id="correct.title" message="Correct your details" />}>
      <form className="stack" onSubmit={(event) => void save(event)}>
        {failed && <Failure />}
        <Field
          label={<Trans id="join.name.label" message="First name or nickname, if you like" />}
          value={name}
          onChange={setName}
          maxLength={40}
          autoComplete="off"
        />
        <Choice
          label={<Trans id="correct.language" message="Language" />}
          value={language}
          onChange={setLanguage}
          options={languages.map((value) => ({ value, label: tongues[value].name }))}
        />
        <h2>
          <Trans id="correct.picture" message="Another secret picture, if you like" />
        </h2>
        <PictureGrid chosen={picture} onChoose={setPicture} />
        <div className="answers">
          <Button type="submit">
            <Trans id="correct.save" message="Save" />
          </Button>
          <Button onPress={onBack}>
            <Trans id="correct.leave" message="Leave it as it was" />
          </Button>
        </div>
      </form>
    </Scene>
  );
}
