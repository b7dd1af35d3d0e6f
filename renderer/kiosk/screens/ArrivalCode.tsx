import { Trans, useLingui } from '@lingui/react';
import { Delete } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Scene } from '../layout/Scene.tsx';
import { send } from '../state/commands.ts';

const DIGITS = 4;
const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

/** The employee confirms that they have come, with the four digits on their own page. Nothing here tells a shopper a code. */
export function ArrivalCode({ callId, onLeave }: { readonly callId: string; readonly onLeave: () => void }) {
  const { i18n } = useLingui();
  const [code, setCode] = useState('');
  const [answer, setAnswer] = useState<'wrong' | 'closed' | 'failed' | null>(null);
  const press = async (digit: string) => {
    const typed = code + digit;
    setAnswer(null);
    setCode(typed);
    if (typed.length < DIGITS) return;
    const told = await send('kiosk/arrive', { commandId: crypto.randomUUID(), callId, code: typed });
    setCode('');
    if (told?.result === 'arrived') onLeave();
    else setAnswer(told?.result ?? 'failed');
  };
  useEffect(() => {
    const type = ({ key }: KeyboardEvent) => {
      if (/^\d$/.test(key)) void press(key);
      if (key === 'Backspace') setCode((typed) => typed.slice(0, -1));
    };
    addEventListener('keydown', type);
    return () => removeEventListener('keydown', type);
  });
  return (
    <Scene
      shape="list"
      onBack={onLeave}
      title={<Trans id="arrival.title" message="For our team: I have arrived" />}
      lead={<Trans id="arrival.lead" message="Type the four digits shown with this call on your own page." />}
    >
      <p
        className="code-typed figures"
        role="status"
        aria-label={i18n._({
          id: 'arrival.typed',
          message: '{count, plural, one {# digit typed} other {# digits typed}}',
          values: { count: code.length },
        })}
      >
        <span aria-hidden="true">{'●'.repeat(code.length) + '○'.repeat(DIGITS - code.length)}</span>
      </p>
      <p className="lead" role="alert">
        {answer === 'wrong' && <Trans id="arrival.wrong" message="This is not the code of this call." />}
        {answer === 'closed' && <Trans id="arrival.closed" message="Please confirm on your own page instead." />}
        {answer === 'failed' && <Trans id="arrival.failed" message="The station did not answer. Please try again." />}
      </p>
      <div className="code-pad">
        {keys.map((digit) => (
          <Button key={digit} isDisabled={answer === 'closed'} onPress={() => void press(digit)}>
            {digit}
          </Button>
        ))}
        <Button
          className="code-erase"
          aria-label={i18n._({ id: 'arrival.erase', message: 'Erase the last digit' })}
          icon={<Delete className="icon" aria-hidden="true" />}
          onPress={() => setCode((typed) => typed.slice(0, -1))}
        >
          <Trans id="arrival.erase-word" message="Erase" />
        </Button>
      </div>
    </Scene>
  );
}
