import { Trans, useLingui } from '@lingui/react';
import { useEffect, useRef, useState } from 'react';
import { freshId } from '../parts/fresh-id.ts';
import { Page, WhenLoaded } from '../parts/Page.tsx';
import { useActions, useHouse, useLoaded } from '../use-house.tsx';
import { ChannelCard } from './ChannelCard.tsx';
import { ChannelForm } from './ChannelForm.tsx';
import type { Channel } from './channel-draft.ts';
import { KindChoice } from './KindChoice.tsx';
import type { Kind } from './pager-words.ts';

interface Editing {
  readonly id: string;
  readonly kind: Kind;
  readonly channel: Channel | null;
  readonly kept: boolean;
}

export function PagerPage() {
  const { i18n } = useLingui();
  const { call, deleted } = useActions();
  const loaded = useLoaded('manager/pager', {});
  const snapshot = useHouse((house) => house.snapshot);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<{ id: string; by: -1 | 1 } | null>(null);

  // A card that changes its place takes the button under the finger, or the focus, with it.
  useEffect(() => {
    if (loaded.answer === null || moved.current === null) return;
    const { id, by } = moved.current;
    moved.current = null;
    const card = list.current?.querySelector(`[data-channel="${id}"]`);
    (card?.querySelector<HTMLElement>(`[data-move="${by}"]`) ?? card?.querySelector<HTMLElement>('[data-move]'))?.focus();
  }, [loaded.answer]);

  const move = async (ids: readonly string[], from: number, by: -1 | 1) => {
    const next = [...ids];
    const [id] = next.splice(from, 1);
    if (id === undefined) return;
    next.splice(from + by, 0, id);
    await call('manager/pager-order', { ids: next });
    moved.current = { id, by };
    const name = loaded.answer?.items.find(({ value }) => value.id === id)?.value.name;
    setSaid(
      i18n._({ id: 'manager.pager.moved', message: '{name} is now number {place}.', values: { name, place: from + by + 1 } }),
    );
    await loaded.reload();
  };
  const remove = async ({ id, name }: Channel) => {
    await call('manager/pager-delete', { id });
    deleted({
      name,
      async undo() {
        await call('manager/pager-restore', { id });
        await loaded.reload();
      },
    });
    await loaded.reload();
  };
  const add = (kind: Kind) => setEditing({ id: freshId(kind), kind, channel: null, kept: false });

  return (
    <Page
      title={<Trans id="manager.section.pager" message="Ways to reach people" />}
      lead={
        <Trans
          id="manager.pager.lead"
          message="When no staff page has received a call in time, or still none as it climbs, the first of these is used; if it fails, the next one at once. A message holds the place, the reason, the language and the waiting time, never a name."
        />
      }
    >
      <p role="status" className="unseen">
        {said}
      </p>
      {editing !== null ? (
        <ChannelForm
          key={editing.id}
          {...editing}
          onClose={() => setEditing(null)}
          onSaved={async () => {
            await loaded.reload();
            setEditing(null);
          }}
        />
      ) : (
        <WhenLoaded loaded={loaded}>
          {({ items, pushPages }) => (
            <>
              {items.length === 0 ? (
                <div className="empty">
                  <p className="page-lead">
                    <Trans
                      id="manager.pager.empty"
                      message="Calls have no fallback: a phone that is locked, empty or out of the Wi-Fi rings nobody, and nothing else does. A light, a chime or a message to a headset closes this gap."
                    />
                  </p>
                </div>
              ) : (
                <ol className="cards" ref={list}>
                  {items.map((item, place) => (
                    <ChannelCard
                      key={item.value.id}
                      item={item}
                      place={place}
                      count={items.length}
                      pushPages={pushPages}
                      live={snapshot?.pager.find(({ id }) => id === item.value.id)}
                      onMove={(by) =>
                        void move(
                          items.map(({ value }) => value.id),
                          place,
                          by,
                        ).catch(() => loaded.reload())
                      }
                      onEdit={() =>
                        setEditing({ id: item.value.id, kind: item.value.kind, channel: item.value, kept: item.kept })
                      }
                      onDelete={() => void remove(item.value).catch(() => loaded.reload())}
                    />
                  ))}
                </ol>
              )}
              <h2>
                <Trans id="manager.pager.more" message="Add a way" />
              </h2>
              <KindChoice onChoose={add} />
            </>
          )}
        </WhenLoaded>
      )}
    </Page>
  );
}
