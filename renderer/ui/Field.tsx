import type { ReactNode, Ref } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField, type TextFieldProps } from 'react-aria-components/TextField';

export interface FieldProps extends Omit<TextFieldProps, 'children' | 'className' | 'isInvalid'> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Says what is wrong and how to mend it. Its presence makes the field invalid. */
  readonly error?: ReactNode;
  readonly multiline?: boolean;
  readonly rows?: number;
  readonly placeholder?: string;
  readonly className?: string;
  readonly inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>;
}

/** A labelled text field. What was typed is never lost on an error. */
export function Field({
  label,
  hint,
  error,
  multiline = false,
  rows = 3,
  placeholder,
  className = '',
  inputRef,
  ...rest
}: FieldProps) {
  const input = { className: 'field-input', placeholder, ref: inputRef };
  return (
    <TextField {...rest} isInvalid={Boolean(error)} className={`field ${className}`}>
      <Label className="field-label">{label}</Label>
      {hint && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      {multiline ? <TextArea {...input} rows={rows} /> : <Input {...input} />}
      <FieldError className="field-error">{error}</FieldError>
    </TextField>
  );
}
