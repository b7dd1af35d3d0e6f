import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react';
import { type Keypad, type KeypadAction, type KeypadKey, keypadActions, keypadKeys } from '../../../shared/access/keypad.ts';
import { Select } from '../parts/Select.tsx';

const names: Readonly<Record<KeypadAction, MessageDescriptor>> = {
  help: /*i18n*/ { id: 'manager.keypad.help', message: 'Call a person' },
  back: /*i18n*/ { id: 'manager.keypad.back', message: 'Back' },
  speech: /*i18n*/ { id: 'manager.keypad.speech', message: 'Read aloud, on or off' },
  repeat: /*i18n*/ { id: 'manager.keypad.repeat', message: 'Say it again' },
  slower: /*i18n*/ { id: 'manager.keypad.slower', message: 'Speak slower' },
  faster: /*i18n*/ { id: 'manager.keypad.faster', message: 'Speak faster' },
  quieter: /*i18n*/ { id: 'manager.keypad.quieter', message: 'Quieter' },
  louder: /*i18n*/ { id: 'manager.keypad.louder', message: 'Louder' },
  language: /*i18n*/ { id: 'manager.keypad.language', message: 'Other language' },
  'headphones-in': /*i18n*/ { id: 'manager.keypad.headphones-in', message: 'Headphones plugged in' },
  'headphones-out': /*i18n*/ { id: 'manager.keypad.headphones-out', message: 'Headphones pulled out' },
};

interface KeypadTableProps {
  readonly keypad: Keypad;
  readonly onChange: (keypad: Keypad, action: KeypadAction) => void;
  readonly taken: (action: KeypadAction) => boolean;
}

/** Which key does what. Arrows, Tab, Enter and the space bar need no setting. */
export function KeypadTable({ keypad, onChange, taken }: KeypadTableProps) {
  const { i18n } = useLingui();
  const none = { value: '', label: i18n._({ id: 'manager.keypad.none', message: 'No key' }) };
  const options = [none, ...keypadKeys.map((key) => ({ value: key, label: key }))];
  return (
    <div className="pair">
      {keypadActions.map((action) => (
        <Select
          key={action}
          label={i18n._(names[action])}
          value={keypad[action] ?? ''}
          onChange={(key) => onChange({ ...keypad, [action]: key === '' ? null : (key as KeypadKey) }, action)}
          options={options}
          error={
            taken(action) ? (
              <Trans id="manager.keypad.taken" message="Another line has this key. Choose one of them." />
            ) : undefined
          }
        />
      ))}
    </div>
  );
}
