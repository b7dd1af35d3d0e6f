import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className'> {
  /** `primary`: the one main action of a screen. `plain`: every other. `quiet`: part of the furniture. `bare`: inside a line. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'bare';
  /** An icon always comes with a word. */
  readonly icon?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Everything that is pressed: a verb, and at most one icon before it. */
export function Button({ look = 'plain', icon, className = '', children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button button-${look} ${className}`}>
      {icon}
      <span>{children}</span>
    </AriaButton>
  );
}
