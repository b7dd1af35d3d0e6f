import { Trans, useLingui } from '@lingui/react';
import { type ReactNode, type SubmitEvent, useEffect, useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field, type FieldProps } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { problemWords, refusedWords } from './problem-words.ts';
import type { Form, Sending } from './use-form.ts';

interface FormFieldProps<D extends object> extends Omit<FieldProps, 'error' | 'value' | 'onChange' | 'name' | 'form'> {
  readonly form: Form<D>;
  readonly name: keyof D & string;
  /** Path of the value in the contract, where it differs from the draft's. */
  readonly path?: string;
  /** Other fields that are judged anew when this one changes. */
  readonly also?: readonly string[];
  readonly scale?: number;
}

/** A text field of a form, with the problem of its value beside it. */
export function FormField<D extends object>({ form, name, path = name, also = [], scale, ...rest }: FormFieldProps<D>) {
  const { i18n } = useLingui();
  const problem = form.problem(path);
  return (
    <Field
      {...rest}
      value={String(form.draft[name])}
      onChange={(text) => form.change({ [name]: text } as Partial<D>, path, ...also)}
      error={problem === null ? undefined : problemWords(problem, i18n, scale)}
    />
  );
}

/** A form's frame: fields, what became of the last attempt, and its buttons. */
export function FormFrame(props: {
  readonly onSubmit: () => Promise<void>;
  readonly sending: Sending;
  readonly label: ReactNode;
  readonly children: ReactNode;
  readonly more?: ReactNode;
}) {
  const { i18n } = useLingui();
  const frame = useRef<HTMLFormElement>(null);
  const { sending } = props;
  // The first field to mend takes the focus, so that its problem is read out and the next key lands there.
  useEffect(() => {
    if (sending.kind !== 'refused' || sending.code !== 'see-fields') return;
    frame.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [sending]);
  return (
    <form
      ref={frame}
      className="form"
      noValidate
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        if (props.sending.kind !== 'sending') void props.onSubmit();
      }}
    >
      {props.children}
      {props.sending.kind === 'refused' && <Notice tone="problem">{refusedWords(props.sending.code, i18n)}</Notice>}
      <div className="row">
        <Button look="primary" type="submit">
          {props.label}
        </Button>
        {props.more}
        <span role="status" className="soft">
          {props.sending.kind === 'sending' && <Trans id="manager.saving" message="Saving" />}
          {props.sending.kind === 'saved' && <Trans id="manager.saved" message="Saved" />}
        </span>
      </div>
    </form>
  );
}
