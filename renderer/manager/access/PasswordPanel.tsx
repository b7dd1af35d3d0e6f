import { Trans } from '@lingui/react';
import { PasswordChange } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { FormField, FormFrame } from '../forms/Fields.tsx';
import { useForm } from '../forms/use-form.ts';
import { useActions, useHouse } from '../use-house.tsx';

/** A new password, and ending every session that is open. */
export function PasswordPanel() {
  const { call, logout } = useActions();
  const demo = useHouse((house) => house.snapshot?.demo ?? false);
  const form = useForm({
    initial: { current: '', next: '' },
    schema: PasswordChange,
    read: (draft) => draft,
    async save(change) {
      await call('manager/password-change', change);
      form.change({ current: '', next: '' });
    },
    fieldOf: { 'wrong-password': 'current', 'known-password': 'next' },
  });
  const everywhere = async () => {
    await call('manager/logout-everywhere', {}).catch(() => null);
    await logout();
  };
  return (
    <section className="panel">
      <h2>
        <Trans id="manager.password.title" message="The manager’s password" />
      </h2>
      {demo ? (
        <p>
          <Trans id="manager.password.demo" message="The password of a demo store stands on its door and cannot be changed." />
        </p>
      ) : (
        <FormFrame
          onSubmit={form.submit}
          sending={form.sending}
          label={<Trans id="manager.password.change" message="Change the password" />}
        >
          <div className="pair">
            <FormField
              form={form}
              name="current"
              type="password"
              autoComplete="current-password"
              label={<Trans id="manager.password.current" message="Present password" />}
            />
            <FormField
              form={form}
              name="next"
              type="password"
              autoComplete="new-password"
              label={<Trans id="manager.setup.password" message="New password" />}
              hint={
                <Trans id="manager.setup.password-hint" message="At least 10 characters. A short sentence is easy to remember." />
              }
            />
          </div>
          <p className="soft small">
            <Trans id="manager.password.others" message="Every other browser that is logged in here is logged out." />
          </p>
        </FormFrame>
      )}
      <div className="row">
        <Button onPress={() => void everywhere()}>
          <Trans id="manager.logout-everywhere" message="Log the manager out everywhere" />
        </Button>
      </div>
    </section>
  );
}
