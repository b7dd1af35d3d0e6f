import { Trans } from '@lingui/react';
import { type FormEvent, useState } from 'react';
import { noteLength } from '../../../shared/contract/lengths.ts';
import { call } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';

type Sent = 'proposed' | 'not-now' | 'failed' | null;

/** A habit the customer spoke of. They see it at the kiosk, and only their yes keeps it. */
export function Propose({ callId }: { readonly callId: string }) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [sent, setSent] = useState<Sent>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await call('staff/preference-propose', { callId, preference: { kind: 'note', text } }).catch(() => null);
    setSent(answer?.result ?? 'failed');
    if (answer?.result === 'proposed') setText('');
  };
  if (!open) {
    return (
      <Button look="bare" onPress={() => setOpen(true)}>
        <Trans id="staff.propose.open" message="Note a preference for them" />
      </Button>
    );
  }
  return (
    <form className="card-part propose" onSubmit={(event) => void submit(event)}>
      <Field
        autoFocus
        label={<Trans id="staff.propose.label" message="What they like, in their words" />}
        hint={
          <Trans
            id="staff.propose.hint"
            message="They are asked at the kiosk, under “My account”. Nothing about health or belief."
          />
        }
        value={text}
        onChange={setText}
        maxLength={noteLength}
        autoComplete="off"
      />
      <p className="small" role="status">
        {sent === 'proposed' && <Trans id="staff.propose.sent" message="Sent to the kiosk. Nothing is kept before they agree." />}
        {sent === 'not-now' && <Trans id="staff.propose.not-now" message="Not sent: this call is no longer yours." />}
        {sent === 'failed' && (
          <Trans id="staff.propose.failed" message="Not sent. Your words are still here; please try again." />
        )}
      </p>
      <Button type="submit" isDisabled={!text.trim()}>
        <Trans id="staff.propose.send" message="Propose it to them" />
      </Button>
    </form>
  );
}
