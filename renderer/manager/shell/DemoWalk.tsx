import { Trans, useLingui } from '@lingui/react';
import { useState } from 'react';
import { Refused } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { refusedWords } from '../forms/problem-words.ts';
import { Select } from '../parts/Select.tsx';
import { useActions, useLoaded } from '../use-house.tsx';

/** Demo stores: a customer's beacon comes near and leaves again, as raw packets through the ordinary path. */
export function DemoWalk() {
  const { i18n } = useLingui();
  const { call } = useActions();
  const { answer } = useLoaded('manager/demo-customers', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const customers = answer?.customers ?? [];
  const customer = chosen ?? customers[0];
  if (customer === undefined) return null;
  const walk = async () => {
    try {
      const { seconds } = await call('manager/demo-walk', { customer });
      setSaid(
        i18n._({
          id: 'manager.demo.walking',
          message: '{customer} is walking up, for about {seconds} s. Look at the kiosk.',
          values: { customer, seconds: Math.round(seconds) },
        }),
      );
    } catch (error) {
      setSaid(refusedWords(error instanceof Refused ? error.code : 'unreachable', i18n));
    }
  };
  return (
    <section className="demo-walk">
      <Select
        label={<Trans id="manager.demo.customer" message="Demo: a customer walks up" />}
        value={customer}
        onChange={setChosen}
        options={customers.map((name) => ({ value: name, label: name }))}
      />
      <Button look="quiet" onPress={() => void walk()}>
        <Trans id="manager.demo.walk" message="Walk up" />
      </Button>
      <p role="status" className="small">
        {said}
      </p>
    </section>
  );
}
