import { Trans, useLingui } from '@lingui/react';
import { useState } from 'react';
import { PrinterSettings, type PrintResult, paperWidths, printerCodepages } from '../../../shared/contract/index.ts';
import { Refused } from '../../api.ts';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { FormField, FormFrame } from '../forms/Fields.tsx';
import { refusedWords } from '../forms/problem-words.ts';
import { useForm } from '../forms/use-form.ts';
import { Select } from '../parts/Select.tsx';
import { useActions } from '../use-house.tsx';
import { printerDraft, readPrinter } from './printer-form.ts';
import { resultWords } from './result-words.ts';

/** Where the printer is, what it understands, and a trial slip. */
export function PrinterForm({ settings }: { readonly settings: PrinterSettings }) {
  const { i18n } = useLingui();
  const { call } = useActions();
  const form = useForm({
    initial: printerDraft(settings),
    schema: PrinterSettings,
    read: readPrinter,
    save: (value) => call('manager/printer-save', value),
  });
  const { draft } = form;
  const choices = <const T extends string | number>(values: readonly T[], name: (value: T) => string) =>
    values.map((value) => ({ value: String(value), label: name(value) }));
  return (
    <>
      <FormFrame onSubmit={form.submit} sending={form.sending} label={<Trans id="manager.save" message="Save" />}>
        <Select
          label={<Trans id="manager.printer.connection" message="Connection" />}
          value={draft.kind}
          onChange={(kind) => form.change({ kind: kind as typeof draft.kind })}
          options={choices(['none', 'network', 'device'], (kind) =>
            kind === 'none'
              ? i18n._({ id: 'manager.printer.none', message: 'No printer' })
              : kind === 'network'
                ? i18n._({ id: 'manager.printer.network', message: 'On the network' })
                : i18n._({ id: 'manager.printer.device', message: 'On a cable to this kiosk' }),
          )}
        />
        {draft.kind === 'network' && (
          <div className="pair">
            <FormField
              form={form}
              name="host"
              path="connection.host"
              label={<Trans id="manager.printer.host" message="Name or address" />}
            />
            <FormField
              form={form}
              name="port"
              path="connection.port"
              inputMode="numeric"
              label={<Trans id="manager.printer.port" message="Port" />}
            />
          </div>
        )}
        {draft.kind === 'device' && (
          <FormField
            form={form}
            name="path"
            path="connection.path"
            label={<Trans id="manager.printer.path" message="Device" />}
            hint={<Trans id="manager.printer.path-hint" message="For example /dev/usb/lp0 or /dev/receipt-printer." />}
          />
        )}
        {draft.kind !== 'none' && (
          <>
            <div className="pair">
              <Select
                label={<Trans id="manager.printer.paper" message="Width of the paper" />}
                value={String(draft.paperMm)}
                onChange={(mm) => form.change({ paperMm: mm === '58' ? 58 : 80 })}
                options={choices(paperWidths, (mm) => `${mm} mm`)}
              />
              <Select
                label={<Trans id="manager.printer.codepage" message="Code page" />}
                value={draft.codepage}
                onChange={(page) => form.change({ codepage: page as typeof draft.codepage })}
                options={choices(printerCodepages, (page) =>
                  page === 'auto' ? i18n._({ id: 'manager.printer.auto', message: 'As the text needs it' }) : page,
                )}
              />
            </div>
            <Toggle isSelected={draft.cut} onChange={(cut) => form.change({ cut })}>
              <Trans id="manager.printer.cut" message="The printer cuts the paper" />
            </Toggle>
          </>
        )}
      </FormFrame>
      {settings.connection.kind !== 'none' || form.sending.kind === 'saved' ? <Trial /> : null}
    </>
  );
}

function Trial() {
  const { i18n } = useLingui();
  const { call } = useActions();
  const [result, setResult] = useState<PrintResult | 'printing' | Refused | null>(null);
  const print = async () => {
    setResult('printing');
    try {
      setResult((await call('manager/printer-test', { language: spoken() })).result);
    } catch (error) {
      setResult(error instanceof Refused ? error : new Refused('unreachable', ''));
    }
  };
  const good = result === 'printed' || result === 'sent';
  return (
    <section className="panel">
      <h2>
        <Trans id="manager.printer.trial" message="Trial slip" />
      </h2>
      <div className="row">
        <Button isDisabled={result === 'printing'} onPress={() => void print()}>
          <Trans id="manager.printer.try" message="Print a trial slip" />
        </Button>
        <span role="status">{result === 'printing' && <Trans id="manager.printer.printing" message="Printing" />}</span>
      </div>
      {result !== null && result !== 'printing' && (
        <Notice tone={good ? 'plain' : 'problem'}>
          {result instanceof Refused ? refusedWords(result.code, i18n) : resultWords(result, i18n)}
        </Notice>
      )}
    </section>
  );
}
