import { useLingui } from '@lingui/react';
import { Delete } from 'lucide-react';
import { Button } from 'react-aria-components/Button';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Big keys for one thumb. They are left out of the tab order: a keyboard types into the field itself. */
export function PinPad({ onDigit, onErase }: { readonly onDigit: (digit: string) => void; readonly onErase: () => void }) {
  const { i18n } = useLingui();
  const key = (digit: string) => (
    <Button key={digit} className="pad-key" excludeFromTabOrder onPress={() => onDigit(digit)}>
      {digit}
    </Button>
  );
  return (
    <fieldset className="pad" aria-label={i18n._({ id: 'staff.pad', message: 'Number pad' })}>
      {digits.map(key)}
      <span />
      {key('0')}
      <Button
        className="pad-key"
        excludeFromTabOrder
        aria-label={i18n._({ id: 'staff.pad.erase', message: 'Erase the last digit' })}
        onPress={onErase}
      >
        <Delete className="icon" aria-hidden="true" />
      </Button>
    </fieldset>
  );
}
