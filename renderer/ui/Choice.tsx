import type { ReactNode } from 'react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup, type RadioGroupProps } from 'react-aria-components/RadioGroup';

export interface ChoiceProps<V extends string>
  extends Omit<RadioGroupProps, 'children' | 'className' | 'value' | 'onChange' | 'defaultValue'> {
  readonly label: ReactNode;
  /** Null: nothing is chosen beforehand. */
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly options: readonly { readonly value: V; readonly label: ReactNode }[];
}

/** One of a few, all of them visible. */
export function Choice<V extends string>({ label, value, onChange, options, ...rest }: ChoiceProps<V>) {
  return (
    <RadioGroup {...rest} className="choice" value={value} onChange={(chosen) => onChange(chosen as V)}>
      <Label className="field-label">{label}</Label>
      <div className="choice-options">
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className="choice-option">
            <span className="choice-mark" aria-hidden="true" />
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
