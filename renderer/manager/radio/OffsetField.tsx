import { Trans, useLingui } from '@lingui/react';
import { type Output, ReceiverOffset } from '../../../shared/contract/index.ts';
import { spoken } from '../../i18n/setup.ts';
import { FormField, FormFrame } from '../forms/Fields.tsx';
import { parseNumber, writeNumber } from '../forms/parse.ts';
import { useForm } from '../forms/use-form.ts';
import { Changed } from '../parts/Changed.tsx';
import { useActions } from '../use-house.tsx';

/** The offset of one receiver, in dB. */
export function OffsetField(props: {
  readonly receiver: string;
  readonly offsetDb: number;
  readonly changed: Output<'manager/corrections'>['offsets'][number]['changed'];
  readonly onSaved: () => Promise<void>;
}) {
  const { i18n } = useLingui();
  const { call, deleted } = useActions();
  const { receiver, offsetDb } = props;
  const form = useForm({
    initial: { offsetDb: writeNumber(offsetDb, spoken()) },
    schema: ReceiverOffset,
    read: (draft) => ({ receiver, offsetDb: parseNumber(draft.offsetDb) }),
    async save(offset) {
      await call('manager/offset-save', offset);
      deleted({
        name: receiver,
        what: 'changed',
        async undo() {
          await call('manager/offset-save', { receiver, offsetDb });
          await props.onSaved();
        },
      });
      await props.onSaved();
    },
  });
  return (
    <FormFrame
      onSubmit={form.submit}
      sending={form.sending}
      label={<Trans id="manager.offset.save-named" message="Save {receiver}" values={{ receiver }} />}
    >
      <FormField
        form={form}
        name="offsetDb"
        inputMode="text"
        label={i18n._({ id: 'manager.offset', message: '{receiver}, in dB', values: { receiver } })}
      />
      {props.changed !== null && (
        <p className="soft small">
          <Changed changed={props.changed} />
        </p>
      )}
    </FormFrame>
  );
}
