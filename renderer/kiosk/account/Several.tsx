import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';

interface SeveralProps<V extends string> {
  readonly options: readonly { readonly value: V; readonly label: ReactNode }[];
  readonly chosen: readonly V[];
  readonly most: number;
  readonly onChange: (chosen: V[]) => void;
}

/** Some of a few, all of them visible; each says by a tick and to a screen reader whether it is chosen. */
export function Several<V extends string>({ options, chosen, most, onChange }: SeveralProps<V>) {
  return (
    <div className="several">
      {options.map(({ value, label }) => {
        const on = chosen.includes(value);
        return (
          <Button
            key={value}
            aria-pressed={on}
            className={on ? 'several-on' : ''}
            icon={on ? <Check className="icon" aria-hidden="true" /> : undefined}
            isDisabled={!on && chosen.length >= most}
            onPress={() => onChange(on ? chosen.filter((one) => one !== value) : [...chosen, value])}
          >
            {label}
          </Button>
        );
      })}
    </div>
  );
}
