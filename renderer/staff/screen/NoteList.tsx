import { Trans, useLingui } from '@lingui/react';
import type { ShopperNote } from '../../../shared/contract/index.ts';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { locales } from '../../ui/format.ts';
import { useActions } from '../use-desk.tsx';

/** What shoppers wrote because nobody came. */
export function NoteList({ notes }: { readonly notes: readonly ShopperNote[] }) {
  const { i18n } = useLingui();
  const { noteDone } = useActions();
  const when = new Intl.DateTimeFormat(locales[spoken()], { weekday: 'short', hour: '2-digit', minute: '2-digit' });
  return (
    <section className="notes" aria-labelledby="notes">
      <h2 id="notes">
        <Trans
          id="staff.notes"
          message="{count, plural, one {A shopper left a note} other {# shoppers left notes}}"
          values={{ count: notes.length }}
        />
      </h2>
      <ul>
        {notes.map((note) => (
          <li key={note.id} className="note">
            <p className="soft small">
              {note.place}, {when.format(note.writtenAt)}
            </p>
            <p className="note-text" lang={note.language}>
              {note.text}
            </p>
            {note.contact !== null && (
              <p className="note-contact">
                <Trans id="staff.note.contact" message="To be reached at: {contact}" values={{ contact: note.contact }} />
              </p>
            )}
            <Button
              look="plain"
              onPress={() => void noteDone(note.id)}
              aria-label={i18n._({
                id: 'staff.note.done-named',
                message: 'Done: {text}',
                values: { text: note.text.slice(0, 40) },
              })}
            >
              <Trans id="staff.note.done" message="Done" />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
