import { Trans, useLingui } from '@lingui/react';
import { noteDays } from '../../../shared/contract/index.ts';
import { spoken } from '../../i18n/setup.ts';
import { locales } from '../../ui/format.ts';
import { Toggle } from '../../ui/Toggle.tsx';
import { WhenLoaded } from '../parts/Page.tsx';
import { useActions, useLoaded } from '../use-house.tsx';

/** What shoppers wrote when nobody came. */
export function NotesPanel() {
  useLingui();
  const loaded = useLoaded('manager/notes', {});
  const { call } = useActions();
  const at = new Intl.DateTimeFormat(locales[spoken()], { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
  const settle = (id: string, done: boolean) => call('manager/note-done', { id, done }).then(loaded.reload, loaded.reload);
  return (
    <section className="panel">
      <h2>
        <Trans id="manager.notes" message="Shoppers’ notes" />
      </h2>
      <p className="soft">
        <Trans
          id="manager.notes.lead"
          message="Left at the kiosk when nobody came. Each is erased {days} days after it was written, as the screen promises."
          values={{ days: noteDays }}
        />
      </p>
      <WhenLoaded loaded={loaded}>
        {({ items }) =>
          items.length === 0 ? (
            <p>
              <Trans id="manager.notes.empty" message="No note at the moment." />
            </p>
          ) : (
            <ul className="versions">
              {items.map(({ value, done }) => (
                <li key={value.id}>
                  <p className="note-text">{value.text}</p>
                  <p className="soft">
                    {at.format(value.writtenAt)} · {value.place}
                    {value.contact !== null && ` · ${value.contact}`}
                  </p>
                  <Toggle isSelected={done !== null} onChange={(on) => void settle(value.id, on)}>
                    {done === null ? (
                      <Trans id="manager.notes.done" message="Dealt with" />
                    ) : (
                      <Trans id="manager.notes.done-by" message="Dealt with by {name}" values={{ name: done.by }} />
                    )}
                  </Toggle>
                </li>
              ))}
            </ul>
          )
        }
      </WhenLoaded>
    </section>
  );
}
