import { Trans } from '@lingui/react';
import { type FormEvent, useState } from 'react';
import type { Language, Opened } from '../../../shared/contract/index.ts';
import { codeDigits, isReference, referenceLength } from '../../../shared/voice/reference.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { hideKeyboard } from '../keyboard/field-focus.ts';
import { Scene } from '../layout/Scene.tsx';
import { send } from '../state/commands.ts';
import { goTo, setText, textOf, useView } from '../state/view.ts';
import { Failure } from './Failure.tsx';
import { MatterScreen } from './MatterScreen.tsx';

/** What was wrong with the last try. */
type Trouble = 'reference' | 'code' | 'unknown' | 'failed' | { readonly seconds: number } | null;

function TroubleWords({ trouble }: { readonly trouble: Trouble }) {
  if (trouble === 'failed') return <Failure />;
  return (
    <p className="lead" role="alert">
      {trouble === 'unknown' && (
        <Trans id="follow.unknown" message="This reference and this code do not belong together. Please check both." />
      )}
      {trouble !== null && typeof trouble === 'object' && (
        <Trans
          id="follow.wait"
          message="Too many tries. Please wait {seconds, plural, one {# second} other {# seconds}}."
          values={trouble}
        />
      )}
    </p>
  );
}

/** Reference and code, and what they open. The code is never kept for a reload. */
export function Follow({ language }: { readonly language: Language }) {
  const reference = useView((v) => textOf(v, 'follow'));
  const [code, setCode] = useState('');
  const [trouble, setTrouble] = useState<Trouble>(null);
  const [opened, setOpened] = useState<Extract<Opened, { result: 'open' }> | null>(null);
  const digits = code.replace(/\s/g, '');
  const took = (told: Opened | null) => {
    setOpened(told?.result === 'open' ? told : null);
    if (told === null) setTrouble('failed');
    else if (told.result === 'wait') setTrouble({ seconds: told.seconds });
    else setTrouble(told.result === 'unknown' ? 'unknown' : null);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReference(reference)) return setTrouble('reference');
    if (!new RegExp(`^\\d{${codeDigits}}$`).test(digits)) return setTrouble('code');
    hideKeyboard();
    took(await send('kiosk/matter-open', { reference, code: digits }));
  };
  const leave = () => {
    setText('follow', '');
    goTo('tell');
  };
  if (opened !== null)
    return (
      <MatterScreen
        matter={opened.matter}
        language={language}
        matterKey={{ reference, code: digits }}
        onChanged={took}
        onLeave={leave}
      />
    );
  return (
    <Scene
      shape="list"
      fieldFirst
      onBack={leave}
      title={<Trans id="follow.title" message="Follow a complaint or idea" />}
      lead={<Trans id="follow.lead" message="You noted a reference and a code when you wrote it." />}
    >
      <form onSubmit={(event) => void submit(event)} className="stack naming">
        <Field
          autoFocus
          label={<Trans id="written.reference" message="Reference" />}
          hint={<Trans id="follow.reference.hint" message="Six letters and digits, such as R4M 7KP" />}
          error={
            trouble === 'reference' && (
              <Trans
                id="follow.reference.wrong"
                message="This is no reference of ours: it has {length} letters and digits, without O, I, 0 or 1."
                values={{ length: referenceLength + 1 }}
              />
            )
          }
          value={reference}
          onChange={(text) => {
            setText('follow', text);
            setTrouble(null);
          }}
          maxLength={12}
          autoComplete="off"
        />
        <Field
          label={<Trans id="written.code" message="Code" />}
          inputMode="numeric"
          error={
            trouble === 'code' && (
              <Trans id="follow.code.wrong" message="The code has {digits} digits." values={{ digits: codeDigits }} />
            )
          }
          value={code}
          onChange={(text) => {
            setCode(text);
            setTrouble(null);
          }}
          maxLength={8}
          autoComplete="off"
        />
        <TroubleWords trouble={trouble} />
        <div className="answers">
          <Button look="primary" type="submit" isDisabled={!reference.trim() || !code.trim()}>
            <Trans id="follow.open" message="See what became of it" />
          </Button>
        </div>
      </form>
    </Scene>
  );
}
