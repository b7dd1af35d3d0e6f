import { Trans, useLingui } from '@lingui/react';
import { type SubmitEvent, useRef, useState } from 'react';
import type { Refused } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useActions, useDesk } from '../use-desk.tsx';
import { loginWords } from '../words/refusal-words.ts';
import { DemoLogins } from './DemoLogins.tsx';
import { PinPad } from './PinPad.tsx';

/** The longest PIN the contract allows. */
const LONGEST_PIN = 8;
const SHORTEST_PIN = 4;

/** Short code or badge, and PIN. A refusal keeps the code and clears the PIN only. */
export function PinForm() {
  const { i18n } = useLingui();
  const { login } = useActions();
  const doors = useDesk((desk) => desk.doors);
  const [code, setCode] = useState('');
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState<Refused | 'code-missing' | 'pin-short' | null>(null);
  const [busy, setBusy] = useState(false);
  const codeInput = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const pinInput = useRef<HTMLInputElement & HTMLTextAreaElement>(null);

  const enter = async (withCode: string, withPin: string) => {
    if (busy) return;
    if (withCode.trim() === '') {
      setProblem('code-missing');
      codeInput.current?.focus();
      return;
    }
    if (withPin === '' && document.activeElement === codeInput.current) {
      // A badge reader types the number and Enter.
      setProblem(null);
      pinInput.current?.focus();
      return;
    }
    if (withPin.length < SHORTEST_PIN) return setProblem('pin-short');
    setBusy(true);
    setProblem(await login(withCode.trim(), withPin));
    setPin('');
    setBusy(false);
  };

  const words = () => {
    if (problem === 'code-missing') return i18n._({ id: 'staff.login.code-missing', message: 'Type your short code first.' });
    if (problem === 'pin-short') return i18n._({ id: 'staff.login.pin-short', message: 'A PIN has at least 4 digits.' });
    return problem === null ? null : loginWords(problem, i18n);
  };

  return (
    <>
      <form
        className="door-form"
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault();
          void enter(code, pin);
        }}
      >
        <div className="door-fields">
          <Field
            label={<Trans id="staff.login.code" message="Code or badge" />}
            value={code}
            onChange={setCode}
            inputRef={codeInput}
            autoComplete="username"
            spellCheck="false"
            maxLength={64}
          />
          <Field
            label={<Trans id="staff.login.pin" message="PIN" />}
            type="password"
            inputRef={pinInput}
            value={pin}
            onChange={(text) => setPin(text.replace(/\D/g, '').slice(0, LONGEST_PIN))}
            // The pad below is the keyboard; a hardware keyboard types all the same.
            inputMode="none"
            autoComplete="off"
          />
        </div>
        <div className="door-problem" role="alert">
          {words()}
        </div>
        <PinPad
          onDigit={(digit) => setPin((before) => (before + digit).slice(0, LONGEST_PIN))}
          onErase={() => setPin((before) => before.slice(0, -1))}
        />
        <Button look="primary" type="submit" className="thumb">
          <Trans id="staff.login.enter" message="Log in" />
        </Button>
      </form>
      {doors !== null && doors.demo === null && (
        <p className="soft small">
          <Trans id="staff.login.no-code" message="No code or PIN yet? Your manager gives you both." />
        </p>
      )}
      {doors?.demo && (
        <DemoLogins employees={doors.demo.employees} onChoose={(employee) => void enter(employee.code, employee.pin)} />
      )}
    </>
  );
}
