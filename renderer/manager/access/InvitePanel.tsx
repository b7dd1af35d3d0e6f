import { Trans } from '@lingui/react';
import { useEffect, useState } from 'react';
import { DeviceName, type Output } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FormField, FormFrame } from '../forms/Fields.tsx';
import { useForm } from '../forms/use-form.ts';
import { useFormFocus } from '../forms/use-form-focus.ts';
import { useActions } from '../use-house.tsx';
import { Invitation } from './Invitation.tsx';

/** How often the list is read anew while a code is shown, to see the device come. */
const LOOK_MS = 2_000;

/** Whom a code is for, then the code, then the device that used it. */
export function InvitePanel(props: {
  readonly known: ReadonlySet<string>;
  readonly reload: () => Promise<void>;
  readonly onClose: () => void;
}) {
  const { call } = useActions();
  const heading = useFormFocus();
  const [made, setMade] = useState<{
    readonly invitation: Output<'manager/device-invite'>;
    readonly name: string;
    readonly before: ReadonlySet<string>;
  } | null>(null);
  const invite = async (name: string) =>
    setMade({ invitation: await call('manager/device-invite', { name }), name, before: props.known });
  const form = useForm({
    initial: { name: '' },
    schema: DeviceName,
    read: (draft) => draft,
    save: ({ name }) => invite(name),
  });
  const arrived = made !== null && [...props.known].some((id) => !made.before.has(id));
  const { reload } = props;
  useEffect(() => {
    if (made === null || arrived) return;
    const timer = setInterval(() => void reload(), LOOK_MS);
    return () => clearInterval(timer);
  }, [made, arrived, reload]);

  return (
    <section className="panel">
      <h2 ref={heading} tabIndex={-1}>
        <Trans id="manager.devices.enrol" message="Enrol a device" />
      </h2>
      {made === null && (
        <FormFrame
          onSubmit={form.submit}
          sending={form.sending}
          label={<Trans id="manager.devices.make-code" message="Show the code" />}
          more={
            <Button onPress={props.onClose}>
              <Trans id="manager.cancel" message="Cancel" />
            </Button>
          }
        >
          <FormField
            form={form}
            name="name"
            label={<Trans id="manager.devices.name" message="Name of the device" />}
            hint={<Trans id="manager.devices.name-hint" message="What is written on it, for example “Handheld 2”." />}
          />
        </FormFrame>
      )}
      {made !== null && !arrived && (
        <Invitation
          key={made.invitation.code}
          name={made.name}
          invitation={made.invitation}
          onAgain={() => void invite(made.name)}
          onClose={props.onClose}
        />
      )}
      {made !== null && arrived && (
        <Notice
          tone="good"
          title={<Trans id="manager.devices.arrived" message="“{name}” is enrolled" values={{ name: made.name }} />}
        >
          <p>
            <Trans id="manager.devices.arrived.next" message="Employees can log in on it with their code and PIN." />
          </p>
          <Button onPress={props.onClose}>
            <Trans id="manager.close" message="Close" />
          </Button>
        </Notice>
      )}
    </section>
  );
}
