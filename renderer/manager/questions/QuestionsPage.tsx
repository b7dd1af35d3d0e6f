import { Trans, useLingui } from '@lingui/react';
import { useState } from 'react';
import type { Intent } from '../../../shared/contract/index.ts';
import { wordsIn } from '../../../shared/words-in.ts';
import { StoreText } from '../../i18n/StoreText.tsx';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { day } from '../../ui/format.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { freshId } from '../parts/fresh-id.ts';
import { KioskLanguages } from '../parts/KioskLanguages.tsx';
import { Page, WhenLoaded } from '../parts/Page.tsx';
import { useActions, useLoaded } from '../use-house.tsx';
import { FilePanel } from './FilePanel.tsx';
import { QuestionForm } from './QuestionForm.tsx';
import { newQuestion } from './question-form.ts';
import { Rephrase } from './Rephrase.tsx';
import { TryIt } from './TryIt.tsx';
import { Versions } from './Versions.tsx';

const countOf = (examples: Intent['examples']): number => Object.values(examples).flat().length;

export function QuestionsPage() {
  const { i18n } = useLingui();
  const { call, deleted } = useActions();
  const loaded = useLoaded('manager/ask', {});
  const [editing, setEditing] = useState<Intent | null>(null);
  const language = spoken();
  const create = (
    <Button look="primary" onPress={() => setEditing(newQuestion(freshId('question')))}>
      <Trans id="manager.questions.new" message="New question" />
    </Button>
  );
  const remove = async ({ writtenOn: _, ...intent }: Intent & { readonly writtenOn: string }) => {
    await call('manager/ask-delete', { id: intent.id });
    deleted({
      name: wordsIn(intent.question, language),
      async undo() {
        await call('manager/ask-save', intent);
        await loaded.reload();
      },
    });
    await loaded.reload();
  };
  return (
    <Page
      title={<Trans id="manager.section.questions" message="Questions and answers" />}
      lead={
        <Trans
          id="manager.questions.lead"
          message="What the kiosk answers in your words. Opening hours, aisles, prices and stock it answers by itself. Where it is not sure, it says so and offers a person."
        />
      }
      actions={editing === null && create}
    >
      {editing !== null && (
        <QuestionForm
          key={editing.id}
          intent={editing}
          skills={loaded.answer?.skills ?? []}
          onClose={() => setEditing(null)}
          onSaved={async () => {
            await loaded.reload();
            setEditing(null);
          }}
        />
      )}
      <WhenLoaded loaded={loaded}>
        {(overview) => (
          <>
            <TryIt draftOf={JSON.stringify(overview.draft)} />
            <KioskLanguages words={overview.draft.intents.map(({ answer }) => answer)} />
            <DataTable
              caption={<Trans id="manager.section.questions" message="Questions and answers" />}
              rows={overview.draft.intents}
              rowId={({ id }) => id}
              empty={
                <p>
                  <Trans
                    id="manager.questions.empty"
                    message="No answer is written yet. The kiosk then answers from hours and products only."
                  />
                </p>
              }
              columns={[
                {
                  id: 'question',
                  heading: i18n._({ id: 'manager.questions.question', message: 'Question' }),
                  key: ({ question }) => wordsIn(question, language),
                  cell: ({ question, answer }) => (
                    <>
                      <StoreText words={question} />
                      <span className="cell-note">
                        <StoreText words={answer} />
                      </span>
                    </>
                  ),
                },
                {
                  id: 'examples',
                  heading: i18n._({ id: 'manager.questions.examples', message: 'Examples' }),
                  key: ({ examples }) => countOf(examples),
                  cell: ({ examples }) => i18n.number(countOf(examples)),
                  figure: true,
                },
                {
                  id: 'written',
                  heading: i18n._({ id: 'manager.questions.written', message: 'Written' }),
                  key: ({ writtenOn }) => writtenOn,
                  cell: ({ writtenOn }) => <span className="one-line">{day(writtenOn, language)}</span>,
                },
                {
                  id: 'state',
                  heading: i18n._({ id: 'manager.offers.standing', message: 'State' }),
                  key: ({ active }) => Number(active),
                  cell: ({ active }) => (
                    <span className="tag" data-tag={active ? 'now' : 'off'}>
                      {active ? (
                        <Trans id="manager.questions.on" message="Active" />
                      ) : (
                        <Trans id="manager.offer.off" message="Switched off" />
                      )}
                    </span>
                  ),
                },
                {
                  id: 'actions',
                  heading: i18n._({ id: 'manager.actions', message: 'Actions' }),
                  cell: (written) => {
                    const { writtenOn: _, ...intent } = written;
                    const values = { name: wordsIn(intent.question, language) };
                    return (
                      <span className="row">
                        <Button
                          onPress={() => setEditing(intent)}
                          aria-label={i18n._({ id: 'manager.edit-named', message: 'Edit {name}', values })}
                        >
                          <Trans id="manager.edit" message="Edit" />
                        </Button>
                        <Button
                          look="bare"
                          onPress={() => void remove(written).catch(() => loaded.reload())}
                          aria-label={i18n._({ id: 'manager.delete-named', message: 'Delete {name}', values })}
                        >
                          <Trans id="manager.delete" message="Delete" />
                        </Button>
                      </span>
                    );
                  },
                },
              ]}
            />
            <Versions overview={overview} reload={loaded.reload} />
            <FilePanel onDone={loaded.reload} />
            <Rephrase standing={overview.rephrase} reload={loaded.reload} />
          </>
        )}
      </WhenLoaded>
    </Page>
  );
}
