import { Trans, useLingui } from '@lingui/react';
import { type SubmitEvent, useState } from 'react';
import type { Refused } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useActions } from '../use-desk.tsx';
import { enrolWords } from '../words/refusal-words.ts';

/** Where the manager's QR code puts the one-time code: a fragment never leaves the browser by itself. */
const codeInAddress = () => /^#enrol=([\w-]{1,20})$/.exec(location.hash)?.[1] ?? '';

/** What a device sees that may not ask for a PIN: how it becomes one that may. */
export function Enrol({ gone }: { readonly gone: boolean }) {
  const { i18n } = useLingui();
  const { enrol } = useActions();
  const [code, setCode] = useState(codeInAddress);
  const [problem, setProblem] = useState<Refused | 'empty' | null>(null);
  const submit = async () => {
    const refused = code.trim() === '' ? 'empty' : await enrol(code.trim());
    setProblem(refused);
    // Used up: a reload must not offer it again.
    if (refused === null) history.replaceState(null, '', location.pathname);
  };
  return (
    <>
      {gone ? (
        <Notice tone="warm" title={<Trans id="staff.enrol.gone.title" message="This device is no longer enrolled" />}>
          <Trans
            id="staff.enrol.gone"
            message="The manager has ended its enrolment, and every session on it. Nobody can log in here until it is enrolled again."
          />
        </Notice>
      ) : (
        <Notice tone="plain" title={<Trans id="staff.enrol.title" message="This device is not enrolled yet" />}>
          <Trans
            id="staff.enrol.why"
            message="Only devices of the store may ask for a PIN, so that nobody can try PINs from a phone of their own."
          />
        </Notice>
      )}
      <ol className="steps">
        <li>
          <Trans id="staff.enrol.step-1" message="Ask the manager to open “Devices and access” on the manager page." />
        </li>
        <li>
          <Trans
            id="staff.enrol.step-2"
            message="Scan the QR code shown there with this device’s camera, or type the code beside it. It is good for five minutes."
          />
        </li>
      </ol>
      <form
        className="door-form"
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field
          label={<Trans id="staff.enrol.code" message="Enrolment code" />}
          value={code}
          onChange={(text) => {
            setCode(text);
            setProblem(null);
          }}
          autoComplete="one-time-code"
          spellCheck="false"
          maxLength={20}
          error={problem === null ? undefined : enrolWords(problem, i18n)}
        />
        <Button look="primary" type="submit" className="thumb">
          <Trans id="staff.enrol.enter" message="Enrol this device" />
        </Button>
      </form>
    </>
  );
}
