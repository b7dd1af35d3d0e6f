import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react';
import { useEffect, useState } from 'react';
import { call } from '../../api.ts';
import { spoken } from '../../i18n/setup.ts';
import { Toggle } from '../../ui/Toggle.tsx';
import { letSleep, type Waking, wakeHere, waking } from './push-page.ts';

const problems: Readonly<Partial<Record<Waking, MessageDescriptor>>> = {
  blocked: /*i18n*/ {
    id: 'staff.wake.blocked',
    message: 'This browser forbids notifications here. Its settings for this page can allow them.',
  },
  failed: /*i18n*/ {
    id: 'staff.wake.failed',
    message: 'The push service of this browser was not reached. It needs the internet.',
  },
};

/** Lets the store wake this phone while the page is closed; only where the manager offers it and the browser can. */
export function WakeSwitch() {
  const { i18n } = useLingui();
  const [state, setState] = useState<Waking>('absent');
  useEffect(() => {
    void waking(call)
      .then(setState)
      .catch(() => setState('absent'));
  }, []);
  if (state === 'absent' || state === 'not-offered') return null;
  const change = async (on: boolean) => {
    try {
      if (on) return setState(await wakeHere(call, spoken()));
      await letSleep(call);
      setState('off');
    } catch {
      setState('failed');
    }
  };
  const problem = problems[state];
  return (
    <div>
      <Toggle isSelected={state === 'on'} onChange={(on) => void change(on)}>
        <Trans id="staff.wake" message="Wake this phone when it is locked" />
      </Toggle>
      <p className="soft small" role="status">
        {problem === undefined ? (
          <Trans
            id="staff.wake.about"
            message="The push service of your browser carries the place and the reason, encrypted. It ends when you log out."
          />
        ) : (
          i18n._(problem)
        )}
      </p>
    </div>
  );
}
