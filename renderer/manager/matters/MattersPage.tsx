import { Trans, useLingui } from '@lingui/react';
import { useEffect, useState } from 'react';
import type { DeskMatter } from '../../../shared/contract/index.ts';
import { isWaiting } from '../../../shared/voice/matter.ts';
import { Page, WhenLoaded } from '../parts/Page.tsx';
import { Select } from '../parts/Select.tsx';
import { useHouse, useLoaded } from '../use-house.tsx';
import { FeedbackPanel } from './FeedbackPanel.tsx';
import { MatterPanel } from './MatterPanel.tsx';
import { MatterTable } from './MatterTable.tsx';
import { SettingsForm } from './SettingsForm.tsx';

const filters = ['waiting', 'complaint', 'idea', 'all'] as const;
type Filter = (typeof filters)[number];

const fits = (matter: DeskMatter, filter: Filter): boolean =>
  filter === 'all' || (filter === 'waiting' ? isWaiting(matter) : matter.kind === filter);

/** What shoppers have to say, who answers, and what they made of their visit. */
export function MattersPage() {
  const { i18n } = useLingui();
  const [filter, setFilter] = useState<Filter>('waiting');
  const [opened, setOpened] = useState<string | null>(null);
  const loaded = useLoaded('manager/matters', {});
  const live = useHouse((house) => JSON.stringify(house.snapshot?.matters));
  const { reload } = loaded;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what waits is the trigger
  useEffect(() => {
    void reload();
  }, [reload, live]);
  const words: Readonly<Record<Filter, string>> = {
    waiting: i18n._({ id: 'manager.matter.filter.waiting', message: 'waiting for an answer' }),
    complaint: i18n._({ id: 'manager.matter.filter.complaint', message: 'complaints' }),
    idea: i18n._({ id: 'manager.matter.filter.idea', message: 'ideas' }),
    all: i18n._({ id: 'manager.matter.filter.all', message: 'all' }),
  };
  return (
    <Page
      title={<Trans id="manager.section.matters" message="Complaints and ideas" />}
      lead={
        <Trans
          id="manager.matter.lead"
          message="Shoppers read your answer at the kiosk, with a reference and a code that only they have. Nobody’s name is asked."
        />
      }
      actions={
        <Select
          label={<Trans id="manager.matter.filter" message="Show" />}
          value={filter}
          onChange={(value) => setFilter(filters.find((each) => each === value) ?? 'waiting')}
          options={filters.map((value) => ({ value, label: words[value] }))}
        />
      }
    >
      <WhenLoaded loaded={loaded}>
        {(known) => {
          const shown = known.items.find(({ id }) => id === opened);
          return (
            <>
              <MatterTable
                items={known.items.filter((matter) => fits(matter, filter))}
                opened={opened}
                onOpen={(id) => setOpened(id === opened ? null : id)}
              />
              {shown !== undefined && (
                <MatterPanel key={shown.id} matter={shown} employees={known.employees} onChanged={reload} />
              )}
              <FeedbackPanel />
              <SettingsForm known={known} onSaved={reload} />
            </>
          );
        }}
      </WhenLoaded>
    </Page>
  );
}
