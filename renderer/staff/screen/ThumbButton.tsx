import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { useSettled } from '../use-settled.ts';

/** The large button of a step. It takes its first tap after a moment, and the focus when the button before it took it away. */
export function ThumbButton(props: { readonly follows: boolean; readonly onPress: () => void; readonly children: ReactNode }) {
  const settled = useSettled();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (settled && props.follows && document.activeElement === document.body) button.current?.focus();
  }, [settled, props.follows]);
  return (
    <Button className="button button-primary thumb" ref={button} isDisabled={!settled} onPress={props.onPress}>
      <span>{props.children}</span>
    </Button>
  );
}
