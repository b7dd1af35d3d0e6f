import { Trans } from '@lingui/react';
import { noteDays } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { send } from '../state/commands.ts';

/** The note is stored: what happens to it, and the way back. */
export function NoteLeft() {
  return (
    <Notice tone="warm" title={<Trans id="note.left" message="The team has your note." />}>
      <p>
        <Trans
          id="note.left.more"
          message="You can leave whenever you like: your note stays with us for {days} days."
          values={{ days: noteDays }}
        />
      </p>
      <Button onPress={() => void send('kiosk/note-remove', {})}>
        <Trans id="note.remove" message="Erase my note" />
      </Button>
    </Notice>
  );
}
