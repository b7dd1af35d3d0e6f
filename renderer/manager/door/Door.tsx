import { Trans, useLingui } from '@lingui/react';
import { type SubmitEvent, useState } from 'react';
import { LanguageSwitch } from '../../staff/screen/LanguageSwitch.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { UnencryptedNotice } from '../network/NetworkNotice.tsx';
import { useActions, useHouse } from '../use-house.tsx';
import { doorWords } from './door-words.ts';

export function Door() {
  const { i18n } = useLingui();
  const { login, open, passkey } = useActions();
  const doors = useHouse((house) => house.doors);
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const enter = async (withPassword: string) => {
    const refused = withPassword === '' ? null : await login(withPassword);
    setProblem(
      withPassword === ''
        ? i18n._({ id: 'manager.login.empty', message: 'Type the password first.' })
        : refused && doorWords(refused, i18n),
    );
  };

  return (
    <main className="door">
      <header className="door-head">
        <div>
          <p className="soft">{doors?.storeName ?? 'Prévenance'}</p>
          <h1>
            <Trans id="manager.login.title" message="Manager" />
          </h1>
        </div>
        <LanguageSwitch page="manager" />
      </header>
      <UnencryptedNotice />
      {doors === null && (
        <Notice tone="problem">
          <Trans id="manager.login.no-station" message="The station does not answer. Check that it runs." />{' '}
          <Button look="bare" onPress={() => void open()}>
            <Trans id="manager.retry" message="Try again" />
          </Button>
        </Notice>
      )}
      <form
        className="form"
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault();
          void enter(password);
        }}
      >
        <Field
          label={<Trans id="manager.login.password" message="Password" />}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(text) => {
            setPassword(text);
            setProblem(null);
          }}
          error={problem}
        />
        <Button look="primary" type="submit">
          <Trans id="manager.login.enter" message="Log in" />
        </Button>
      </form>
      {doors?.passkey && (
        <Button
          onPress={async () => {
            const refused = await passkey();
            setProblem(refused && doorWords(refused, i18n));
          }}
        >
          <Trans id="manager.login.passkey" message="Log in with a passkey" />
        </Button>
      )}
      {doors?.demo && (
        <section className="door-demo">
          <p>
            <Trans
              id="manager.demo.login"
              message="Demo store. The password is “{password}”."
              values={{ password: doors.demo.password }}
            />
          </p>
          <Button look="quiet" onPress={() => void enter(doors.demo?.password ?? '')}>
            <Trans id="manager.demo.enter" message="Log in to the demo" />
          </Button>
        </section>
      )}
    </main>
  );
}
