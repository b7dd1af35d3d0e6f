import { Trans } from '@lingui/react';
import { DeviceName } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormField, FormFrame } from '../forms/Fields.tsx';
import { useForm } from '../forms/use-form.ts';

/** A new name for a device or a passkey. */
export function RenameDialog(props: {
  readonly name: string;
  readonly onRename: (name: string) => Promise<unknown>;
  readonly onClose: () => void;
}) {
  const form = useForm({
    initial: { name: props.name },
    schema: DeviceName,
    read: (draft) => draft,
    async save({ name }) {
      await props.onRename(name);
      props.onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={<Trans id="manager.rename.title" message="Rename “{name}”" values={{ name: props.name }} />}
    >
      <FormFrame
        onSubmit={form.submit}
        sending={form.sending}
        label={<Trans id="manager.rename" message="Rename" />}
        more={
          <Button onPress={props.onClose}>
            <Trans id="manager.cancel" message="Cancel" />
          </Button>
        }
      >
        <FormField form={form} name="name" label={<Trans id="manager.rename.name" message="New name" />} />
      </FormFrame>
    </Dialog>
  );
}
