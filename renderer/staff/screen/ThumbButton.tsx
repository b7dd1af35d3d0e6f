import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { useSettled } from '../use-settled.ts';

interface ThumbButtonProps {
  readonly look?: 'primary' | 'bare';
  /** Takes over the focus of the button it follows, which is gone. */
  readonly follows?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** A button under the thumb. It takes its first tap after a moment: another button stood in its place just before. */
export function ThumbButton({ look = 'primary', follows = false, onPress, children }: ThumbButtonProps) {
  const settled = useSettled();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (settled && follows && document.activeElement === document.body) button.current?.focus();
  }, [settled, follows]);
  return (
    <Button
      className={`button button-${look} ${look === 'primary' ? 'thumb' : ''}`}
      ref={button}
      isDisabled={!settled}
      onPress={onPress}
    >
      <span>{children}</span>
    </Button>
  );
}
