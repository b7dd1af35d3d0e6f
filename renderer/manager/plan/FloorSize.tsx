import { Trans } from '@lingui/react';
import { type ReactNode, useId } from 'react';
import * as v from 'valibot';
import { FloorPlan } from '../../../shared/contract/plan.ts';
import { spoken } from '../../i18n/setup.ts';
import { FormField, FormFrame } from '../forms/Fields.tsx';
import { parseNumber, writeNumber } from '../forms/parse.ts';
import { useForm } from '../forms/use-form.ts';

const { width: Side } = FloorPlan.pipe[0].entries;
const Size = v.strictObject({ width: Side, height: Side });

/** Width and length of the floor in metres. */
export function FloorSize(props: {
  readonly width: number;
  readonly height: number;
  readonly label: ReactNode;
  readonly onSize: (width: number, height: number) => void;
}) {
  const id = useId();
  const form = useForm({
    initial: { width: writeNumber(props.width, spoken()), height: writeNumber(props.height, spoken()) },
    schema: Size,
    read: (draft) => ({ width: parseNumber(draft.width), height: parseNumber(draft.height) }),
    async save({ width, height }) {
      props.onSize(width, height);
    },
  });
  return (
    <FormFrame onSubmit={form.submit} sending={{ kind: 'idle' }} label={props.label}>
      <div className="pair" id={id}>
        <FormField form={form} name="width" inputMode="decimal" label={<Trans id="manager.plan.width" message="Width (m)" />} />
        <FormField
          form={form}
          name="height"
          inputMode="decimal"
          label={<Trans id="manager.plan.height" message="Length (m)" />}
        />
      </div>
    </FormFrame>
  );
}
