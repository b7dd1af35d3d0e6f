import type { ReactNode } from 'react';
import { Switch, type SwitchProps } from 'react-aria-components/Switch';

export interface ToggleProps extends Omit<SwitchProps, 'children' | 'className'> {
  readonly children: ReactNode;
}

/** On or off, effective at once. */
export function Toggle({ children, ...rest }: ToggleProps) {
  return (
    <Switch {...rest} className="toggle">
      <span>{children}</span>
      <span className="toggle-track" aria-hidden="true">
        <span className="toggle-thumb" />
      </span>
    </Switch>
  );
}
