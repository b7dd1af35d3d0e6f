import { Trans, useLingui } from '@lingui/react';
import { useState } from 'react';
import type { SynonymSettings } from '../../../shared/contract/index.ts';
import { csv } from '../../../shared/csv.ts';
import { Button } from '../../ui/Button.tsx';
import { Changed } from '../parts/Changed.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { freshId } from '../parts/fresh-id.ts';
import { keepAs } from '../parts/keep-as.ts';
import { WhenLoaded } from '../parts/Page.tsx';
import { useActions, useLoaded } from '../use-house.tsx';
import { ImportPanel } from './ImportPanel.tsx';
import { SynonymForm } from './SynonymForm.tsx';
import { synonymSample } from './samples.ts';

/** What shoppers call things, beside what the catalogue calls them. */
export function SynonymsPanel() {
  const { i18n } = useLingui();
  const { call, deleted } = useActions();
  const loaded = useLoaded('manager/synonyms', {});
  const [editing, setEditing] = useState<SynonymSettings | null>(null);
  const create = (
    <Button look="primary" onPress={() => setEditing({ id: freshId('said'), said: '', meant: '' })}>
      <Trans id="manager.synonyms.new" message="New word" />
    </Button>
  );
  const remove = async (synonym: SynonymSettings) => {
    await call('manager/synonym-delete', { id: synonym.id });
    deleted({
      name: synonym.said,
      async undo() {
        await call('manager/synonym-save', synonym);
        await loaded.reload();
      },
    });
    await loaded.reload();
  };
  return (
    <>
      <p className="soft">
        <Trans
          id="manager.synonyms.lead"
          message="Who types the first word at the kiosk finds what the others find. French, English, or any language your shoppers speak."
        />
      </p>
      {editing !== null && (
        <SynonymForm
          key={editing.id}
          synonym={editing}
          onClose={() => setEditing(null)}
          onSaved={async () => {
            await loaded.reload();
            setEditing(null);
          }}
        />
      )}
      <WhenLoaded loaded={loaded}>
        {({ items }) => (
          <>
            {editing === null && items.length > 0 && (
              <div className="row">
                {create}
                <Button
                  onPress={() =>
                    keepAs('words.csv', csv([['said', 'meant'], ...items.map(({ value }) => [value.said, value.meant])]))
                  }
                >
                  <Trans id="manager.synonyms.export" message="Save as CSV" />
                </Button>
              </div>
            )}
            <DataTable
              caption={<Trans id="manager.products.words" message="Shoppers’ words" />}
              rows={items}
              rowId={({ value }) => value.id}
              first={{ column: 'said', direction: 'ascending' }}
              empty={
                <>
                  <p>
                    <Trans
                      id="manager.synonyms.empty"
                      message="No words yet. The kiosk then finds products by their own names, mistyped ones too."
                    />
                  </p>
                  {editing === null && create}
                </>
              }
              columns={[
                {
                  id: 'said',
                  heading: i18n._({ id: 'manager.synonyms.said', message: 'Shoppers say' }),
                  key: ({ value }) => value.said,
                  cell: ({ value, changed }) => (
                    <>
                      {value.said}
                      <span className="cell-note">
                        <Changed changed={changed} />
                      </span>
                    </>
                  ),
                },
                {
                  id: 'meant',
                  heading: i18n._({ id: 'manager.synonyms.meant', message: 'The catalogue says' }),
                  key: ({ value }) => value.meant,
                  cell: ({ value }) => value.meant,
                },
                {
                  id: 'actions',
                  heading: i18n._({ id: 'manager.actions', message: 'Actions' }),
                  cell: ({ value }) => (
                    <span className="row">
                      <Button
                        onPress={() => setEditing(value)}
                        aria-label={i18n._({ id: 'manager.edit-named', message: 'Edit {name}', values: { name: value.said } })}
                      >
                        <Trans id="manager.edit" message="Edit" />
                      </Button>
                      <Button
                        look="bare"
                        onPress={() => void remove(value).catch(() => loaded.reload())}
                        aria-label={i18n._({
                          id: 'manager.delete-named',
                          message: 'Delete {name}',
                          values: { name: value.said },
                        })}
                      >
                        <Trans id="manager.delete" message="Delete" />
                      </Button>
                    </span>
                  ),
                },
              ]}
            />
          </>
        )}
      </WhenLoaded>
      <ImportPanel
        route="manager/import-synonyms"
        sample={synonymSample}
        sampleName="words.csv"
        title={<Trans id="manager.import.synonyms" message="Import words" />}
        lead={
          <Trans
            id="manager.import.synonyms.lead"
            message="Adds words, and gives those that are there the file’s meaning. Nothing is removed."
          />
        }
        onDone={loaded.reload}
      />
    </>
  );
}
