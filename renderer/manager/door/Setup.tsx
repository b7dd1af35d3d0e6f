import { Trans } from '@lingui/react';
import { routes } from '../../../shared/contract/index.ts';
import { LanguageSwitch } from '../../staff/screen/LanguageSwitch.tsx';
import { FormField, FormFrame } from '../forms/Fields.tsx';
import { useForm } from '../forms/use-form.ts';
import { useActions } from '../use-house.tsx';

/** First start: whoever stands before the station proves it with the printed code and chooses the password. */
export function Setup() {
  const { setup } = useActions();
  const form = useForm({
    initial: { code: '', password: '' },
    schema: routes['auth/setup'].input,
    read: (draft) => draft,
    save: async ({ code, password }) => {
      const refused = await setup(code, password);
      if (refused !== null) throw refused;
    },
    fieldOf: { 'wrong-login': 'code', 'known-password': 'password' },
  });
  return (
    <main className="door">
      <header className="door-head">
        <h1>
          <Trans id="manager.setup.title" message="Set up this store" />
        </h1>
        <LanguageSwitch page="manager" />
      </header>
      <p>
        <Trans
          id="manager.setup.lead"
          message="The station printed a one-time code in its window when it started. Type it here and choose the manager’s password."
        />
      </p>
      <FormFrame onSubmit={form.submit} sending={form.sending} label={<Trans id="manager.setup.enter" message="Set up" />}>
        <FormField
          form={form}
          name="code"
          label={<Trans id="manager.setup.code" message="One-time code" />}
          autoComplete="one-time-code"
        />
        <FormField
          form={form}
          name="password"
          type="password"
          autoComplete="new-password"
          label={<Trans id="manager.setup.password" message="New password" />}
          hint={
            <Trans id="manager.setup.password-hint" message="At least 10 characters. A short sentence is easy to remember." />
          }
        />
      </FormFrame>
    </main>
  );
}
