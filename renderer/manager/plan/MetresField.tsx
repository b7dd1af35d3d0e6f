import { type ReactNode, useState } from 'react';
import { spoken } from '../../i18n/setup.ts';
import { Field } from '../../ui/Field.tsx';
import { parseNumber, writeNumber } from '../forms/parse.ts';

/** Metres that count when the field is left or Enter is pressed; what means nothing gives way to what was there. */
export function MetresField(props: {
  readonly label: ReactNode;
  readonly value: number;
  readonly onMetres: (metres: number) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const settle = () => {
    const metres = typed === null ? null : parseNumber(typed);
    setTyped(null);
    if (typeof metres === 'number') props.onMetres(metres);
  };
  return (
    <Field
      label={props.label}
      inputMode="decimal"
      value={typed ?? writeNumber(props.value, spoken())}
      onChange={setTyped}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
        else if (event.key === 'Escape') setTyped(null);
        else event.continuePropagation();
      }}
    />
  );
}
