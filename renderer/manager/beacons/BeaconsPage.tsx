import { Trans, useLingui } from '@lingui/react';
import { useState } from 'react';
import { Refused } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { refusedWords } from '../forms/problem-words.ts';
import { Page } from '../parts/Page.tsx';
import { useActions } from '../use-house.tsx';

type Outcome = { readonly number: string; readonly blocked: boolean; readonly beacons: number };

/** Blocks what a customer has lost, by the number they give. Shows no customer: whoever looks after beacons need not browse people. */
export function BeaconsPage() {
  const { i18n } = useLingui();
  const { call } = useActions();
  const [number, setNumber] = useState('');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const set = async (whose: string, blocked: boolean) => {
    try {
      const { beacons } = await call('manager/beacons-block', { number: whose, blocked });
      setOutcome({ number: whose, blocked, beacons });
      setFailed(null);
    } catch (error) {
      setOutcome(null);
      setFailed(error instanceof Refused ? error.code : 'unreachable');
    }
  };
  const typed = number.trim();
  return (
    <Page
      title={<Trans id="manager.section.beacons" message="Lost beacons" />}
      lead={
        <Trans
          id="manager.beacons.lead"
          message="A customer has lost a beacon: block all of theirs by their number. They recognise nobody, at once."
        />
      }
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed) void set(typed, true);
        }}
      >
        <Field
          label={<Trans id="manager.beacons.number" message="Customer number" />}
          hint={<Trans id="manager.beacons.number.hint" message="Six letters and digits, on their card or receipt." />}
          value={number}
          onChange={setNumber}
          maxLength={12}
          autoComplete="off"
        />
        <div className="row">
          <Button look="primary" type="submit" isDisabled={!typed}>
            <Trans id="manager.beacons.block" message="Block" />
          </Button>
          <Button isDisabled={!typed} onPress={() => void set(typed, false)}>
            <Trans id="manager.beacons.unblock" message="Unblock" />
          </Button>
        </div>
      </form>
      {failed !== null && (
        <Notice tone="problem">
          {failed === 'no-such-customer' ? (
            <Trans id="manager.beacons.none" message="No customer has this number." />
          ) : (
            refusedWords(failed, i18n)
          )}
        </Notice>
      )}
      {outcome !== null && (
        <Notice tone="good">
          <p>
            {outcome.blocked ? (
              <Trans
                id="manager.beacons.blocked"
                message="{n, plural, =0 {This customer has no beacon.} one {# beacon recognises nobody now.} other {# beacons recognise nobody now.}}"
                values={{ n: outcome.beacons }}
              />
            ) : (
              <Trans
                id="manager.beacons.unblocked"
                message="{n, plural, =0 {This customer has no beacon.} one {# beacon recognises its carrier again.} other {# beacons recognise their carrier again.}}"
                values={{ n: outcome.beacons }}
              />
            )}
          </p>
          <Button onPress={() => void set(outcome.number, !outcome.blocked)}>
            <Trans id="manager.beacons.undo" message="Undo" />
          </Button>
        </Notice>
      )}
      <p className="soft small">
        <Trans id="manager.beacons.privacy" message="Nothing else is shown here: no name, no list of customers, no visits." />
      </p>
    </Page>
  );
}
