import { Trans } from '@lingui/react';
import { type FormEvent, useState } from 'react';
import { noteDays } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { hideKeyboard } from '../keyboard/field-focus.ts';
import { Scene } from '../layout/Scene.tsx';
import { send } from '../state/commands.ts';
import { Failure } from './Failure.tsx';

export interface NoteDraft {
  readonly text: string;
  readonly contact: string;
}

interface NoteFormProps {
  readonly draft: NoteDraft;
  readonly onChange: (draft: NoteDraft) => void;
  readonly onLeave: () => void;
}

/** Nobody came: the shopper writes what it was about, and how to reach them if they like. */
export function NoteForm({ draft, onChange, onLeave }: NoteFormProps) {
  const [failed, setFailed] = useState(false);
  const leave = () => {
    hideKeyboard();
    onLeave();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const contact = draft.contact.trim();
    const done = await send('kiosk/note', { text: draft.text, contact: contact === '' ? null : contact });
    setFailed(done === null);
    if (done === null) return;
    onChange({ text: '', contact: '' });
    leave();
  };
  return (
    <Scene
      shape="list"
      fieldFirst
      onBack={leave}
      title={<Trans id="note.title" message="Leave us a note" />}
      lead={
        <Trans
          id="note.kept"
          message="Only the team and the manager read your note. We erase it after {days} days."
          values={{ days: noteDays }}
        />
      }
    >
      <form onSubmit={(event) => void submit(event)} className="stack naming">
        <Field
          autoFocus
          multiline
          label={<Trans id="note.text" message="What can we do for you?" />}
          value={draft.text}
          onChange={(text) => onChange({ ...draft, text })}
          maxLength={600}
          autoComplete="off"
        />
        <Field
          label={<Trans id="note.contact" message="Phone or e-mail, if you would like an answer" />}
          value={draft.contact}
          onChange={(contact) => onChange({ ...draft, contact })}
          maxLength={80}
          autoComplete="off"
        />
        {failed && (
          <Failure>
            <Trans id="note.failed" message="Your note is not stored yet. Your words are still here; please try again." />
          </Failure>
        )}
        <div className="answers">
          <Button look="primary" type="submit" isDisabled={!draft.text.trim()}>
            <Trans id="note.leave" message="Leave this note" />
          </Button>
        </div>
      </form>
    </Scene>
  );
}
