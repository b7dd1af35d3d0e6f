import { Trans } from '@lingui/react';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { hideKeyboard } from '../keyboard/field-focus.ts';
import { Scene } from '../layout/Scene.tsx';
import { identify, useScanned } from '../state/scan.ts';
import { goTo } from '../state/view.ts';
import { Failure } from './Failure.tsx';

/** For a customer whom no beacon names: their card, scanned or typed. */
export function CardScreen() {
  const [typed, setTyped] = useState('');
  const result = useScanned((s) => s.result);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    hideKeyboard();
    void identify(typed);
  };
  return (
    <Scene
      shape="list"
      title={<Trans id="card.show" message="Show your card to the scanner" />}
      lead={<Trans id="card.show.more" message="It is the code that you photographed in your account." />}
    >
      {result === 'failed' && <Failure />}
      {result === 'wrong' && (
        <Notice title={<Trans id="card.wrong" message="This is not a card of today." />}>
          <Trans id="card.wrong.more" message="A newer card ends the one before. Your beacon still works." />
        </Notice>
      )}
      {result === 'unsure' && (
        <Notice title={<Trans id="card.unsure" message="Somebody else may be at this screen." />}>
          <Trans id="card.unsure.more" message="Touch “I’m done”, step close alone, and show it once more." />
        </Notice>
      )}
      <form onSubmit={submit} className="search">
        <Field
          label={<Trans id="card.typed" message="Or type its thirty letters" />}
          value={typed}
          onChange={setTyped}
          maxLength={64}
          autoComplete="off"
        />
        <Button type="submit" isDisabled={!typed.trim()}>
          <Trans id="card.open" message="Open my account" />
        </Button>
      </form>
      <Button look="bare" onPress={() => goTo('beacon')}>
        <Trans id="join.already" message="My beacon is lost or not recognised" />
      </Button>
    </Scene>
  );
}
