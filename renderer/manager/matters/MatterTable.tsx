import { Trans, useLingui } from '@lingui/react';
import type { DeskMatter } from '../../../shared/contract/index.ts';
import { inThrees } from '../../../shared/voice/reference.ts';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { day } from '../../ui/format.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { kindWords, standingWords } from './matter-words.ts';

/** Letters of what was written that stand in the list. */
const EXCERPT = 90;

interface MatterTableProps {
  readonly items: readonly DeskMatter[];
  readonly opened: string | null;
  readonly onOpen: (id: string) => void;
}

/** The inbox: what is due first stands first. */
export function MatterTable({ items, opened, onOpen }: MatterTableProps) {
  const { i18n } = useLingui();
  const excerpt = (words: string) => (words.length > EXCERPT ? `${words.slice(0, EXCERPT)}…` : words);
  return (
    <DataTable
      caption={<Trans id="manager.section.matters" message="Complaints and ideas" />}
      rows={items}
      rowId={({ id }) => id}
      empty={<Trans id="manager.matter.empty" message="Nothing here. What shoppers write at the kiosk appears by itself." />}
      columns={[
        {
          id: 'reference',
          heading: i18n._({ id: 'manager.matter.reference', message: 'Reference' }),
          cell: ({ id, reference, kind }) => (
            <Button
              look="bare"
              aria-expanded={opened === id}
              aria-label={i18n._({
                id: 'manager.matter.open',
                message: 'Open {kind} {reference}',
                values: { kind: i18n._(kindWords[kind]), reference: inThrees(reference) },
              })}
              onPress={() => onOpen(id)}
            >
              {inThrees(reference)}
            </Button>
          ),
        },
        {
          id: 'due',
          heading: i18n._({ id: 'manager.matter.due', message: 'Promised by' }),
          key: ({ dueOn }) => dueOn,
          cell: ({ dueOn, overdue }) => (
            <>
              {day(dueOn, spoken())}
              {overdue && (
                <>
                  {' '}
                  <span className="tag" data-tag="late">
                    <Trans id="manager.matter.overdue" message="overdue" />
                  </span>
                </>
              )}
            </>
          ),
        },
        {
          id: 'kind',
          heading: i18n._({ id: 'manager.matter.kind', message: 'Kind' }),
          key: ({ kind }) => kind,
          cell: ({ kind }) => i18n._(kindWords[kind]),
        },
        {
          id: 'words',
          heading: i18n._({ id: 'manager.matter.words', message: 'What was written' }),
          cell: ({ words, language }) => <span lang={language}>{excerpt(words)}</span>,
        },
        {
          id: 'owner',
          heading: i18n._({ id: 'manager.matter.owner', message: 'Who answers' }),
          key: ({ owner }) => owner?.name ?? '',
          cell: ({ owner }) => owner?.name ?? i18n._({ id: 'manager.matter.owner.manager', message: 'The manager' }),
        },
        {
          id: 'state',
          heading: i18n._({ id: 'manager.matter.state', message: 'Stands' }),
          key: ({ state }) => state,
          cell: (matter) => i18n._(standingWords(matter)),
        },
      ]}
    />
  );
}
