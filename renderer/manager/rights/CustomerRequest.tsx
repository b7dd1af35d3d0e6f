import { Trans, useLingui } from '@lingui/react';
import { useState } from 'react';
import { IdentityCheck } from '../../../shared/contract/index.ts';
import { Refused } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { refusedWords } from '../forms/problem-words.ts';
import { keepAs } from '../parts/keep-as.ts';
import { useActions } from '../use-house.tsx';
import { checkNames } from './rights-words.ts';

/** A customer asks for their data, or to be erased, and cannot do it at the kiosk. */
export function CustomerRequest() {
  const { i18n } = useLingui();
  const { call } = useActions();
  const [number, setNumber] = useState('');
  const [checked, setChecked] = useState<IdentityCheck | null>(null);
  const [erasing, setErasing] = useState(false);
  const [result, setResult] = useState<'exported' | 'erased' | { readonly code: string } | null>(null);
  const ready = number.trim() !== '' && checked !== null;
  const attempt = async (act: (who: { number: string; checked: IdentityCheck }) => Promise<'exported' | 'erased'>) => {
    if (checked === null) return;
    setErasing(false);
    try {
      setResult(await act({ number, checked }));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setResult({ code: error.code });
    }
  };
  const take = () =>
    attempt(async (who) => {
      const { json, csv } = await call('manager/customer-export', who);
      keepAs('everything.json', json, 'application/json');
      for (const { name, text } of csv) keepAs(name, text);
      return 'exported';
    });
  const erase = () =>
    attempt(async (who) => {
      await call('manager/customer-erase', who);
      setNumber('');
      setChecked(null);
      return 'erased';
    });
  return (
    <section className="panel">
      <h2>
        <Trans id="manager.rights.request" message="A customer asks for their data" />
      </h2>
      <p className="soft">
        <Trans
          id="manager.rights.request.words"
          message="Customers do this themselves at the kiosk. Here it is done for those who cannot; who did it, and how they knew the person, is recorded."
        />
      </p>
      <Field
        label={<Trans id="manager.rights.number" message="Customer number" />}
        value={number}
        onChange={setNumber}
        maxLength={12}
      />
      <Choice
        label={<Trans id="manager.rights.check" message="How do you know that it is them?" />}
        value={checked}
        onChange={setChecked}
        options={IdentityCheck.options.map((value) => ({ value, label: i18n._(checkNames[value]) }))}
      />
      <div className="row">
        <Button isDisabled={!ready} onPress={() => void take()}>
          <Trans id="manager.rights.export" message="Give them everything as files" />
        </Button>
        {erasing ? (
          <>
            <Button onPress={() => void erase()}>
              <Trans id="manager.rights.erase.yes" message="Erase now, for ever" />
            </Button>
            <Button onPress={() => setErasing(false)}>
              <Trans id="manager.rights.erase.no" message="Keep them" />
            </Button>
          </>
        ) : (
          <Button isDisabled={!ready} onPress={() => setErasing(true)}>
            <Trans id="manager.rights.erase" message="Erase this customer" />
          </Button>
        )}
      </div>
      <div role="status">
        {result === 'exported' && (
          <Notice tone="good">
            <Trans
              id="manager.rights.exported"
              message="The files are saved on this computer. Hand them over, then delete them here."
            />
          </Notice>
        )}
        {result === 'erased' && (
          <Notice tone="good">
            <Trans id="manager.rights.erased" message="Erased. Restoring a backup does not bring this customer back." />
          </Notice>
        )}
      </div>
      {result !== null && typeof result === 'object' && (
        <Notice tone="problem">
          {result.code === 'no-such-customer' ? (
            <Trans id="manager.rights.nobody" message="No customer has this number." />
          ) : (
            refusedWords(result.code, i18n)
          )}
        </Notice>
      )}
    </section>
  );
}
