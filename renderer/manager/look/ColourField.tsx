import { Trans } from '@lingui/react';
import { type ReactNode, useId } from 'react';
import type { ContrastProblem } from '../../../shared/look/check.ts';
import type { Hex } from '../../../shared/look/colour.ts';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { locales } from '../../ui/format.ts';

interface Props {
  readonly label: string;
  readonly hint: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: ReactNode;
  /** The worst pair this colour is part of. */
  readonly problem: ContrastProblem | undefined;
  /** The nearest colour that can be read. */
  readonly proposal: Hex | null;
}

/** A sample of a colour. Drawn, because the page's policy allows no style in the document. */
const Swatch = ({ colour }: { readonly colour: string }) => (
  <svg className="swatch" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect width="1" height="1" fill={colour} />
  </svg>
);

/** One of the store's colours: picked or typed, judged at once. */
export function ColourField({ label, hint, value, onChange, error, problem, proposal }: Props) {
  const id = useId();
  const ratio = new Intl.NumberFormat(locales[spoken()], { maximumFractionDigits: 1, roundingMode: 'floor' });
  return (
    <div className="colour">
      <input
        type="color"
        className="colour-pick"
        aria-label={label}
        value={/^#[0-9a-f]{6}$/i.test(value) ? value.toLowerCase() : '#000000'}
        onChange={(event) => onChange(event.target.value)}
      />
      <Field label={label} hint={hint} value={value} onChange={onChange} error={error} aria-describedby={id} />
      <div id={id} className="colour-said" role="status">
        {problem !== undefined && (
          <p className="field-error">
            <Trans
              id="manager.look.too-weak"
              message="Contrast {ratio}:1 where {least}:1 is needed."
              values={{ ratio: ratio.format(problem.ratio), least: problem.least }}
            />
          </p>
        )}
        {proposal !== null && (
          <p className="row">
            <Swatch colour={proposal} />
            <Trans id="manager.look.nearest" message="The nearest that can be read: {colour}" values={{ colour: proposal }} />
            <Button look="plain" onPress={() => onChange(proposal)}>
              <Trans id="manager.look.use-this" message="Use this instead" />
            </Button>
          </p>
        )}
      </div>
    </div>
  );
}
