import { Trans } from '@lingui/react';
import type { FormEvent, ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { hideKeyboard } from '../keyboard/field-focus.ts';
import { Scene } from '../layout/Scene.tsx';

interface JoinNameProps {
  readonly step: ReactNode;
  readonly name: string;
  readonly onChange: (name: string) => void;
  readonly onBack: () => void;
  /** Carries on with the name to keep; empty for none. */
  readonly onNext: (name: string) => void;
}

/** A first name or nickname to be greeted by, or none. */
export function JoinName({ step, name, onChange, onBack, onNext }: JoinNameProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    hideKeyboard();
    onNext(name);
  };
  return (
    <Scene shape="list" fieldFirst over={step} onBack={onBack} title={<Trans id="join.name" message="What may we call you?" />}>
      <form onSubmit={submit} className="stack naming">
        <Field
          autoFocus
          label={<Trans id="join.name.label" message="First name or nickname, if you like" />}
          hint={<Trans id="join.name.hint" message="It is shown here when you are alone at the screen." />}
          value={name}
          onChange={onChange}
          maxLength={40}
          autoComplete="off"
        />
        <div className="answers">
          <Button type="submit" isDisabled={!name.trim()}>
            <Trans id="join.name.next" message="Use this name" />
          </Button>
          <Button
            onPress={() => {
              hideKeyboard();
              onNext('');
            }}
          >
            <Trans id="join.name.none" message="No name" />
          </Button>
        </div>
      </form>
    </Scene>
  );
}
