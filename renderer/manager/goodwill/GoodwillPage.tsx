import { Trans, useLingui } from '@lingui/react';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { type GoodwillEntry, goodwillDays } from '../../../shared/contract/index.ts';
import { csv } from '../../../shared/csv.ts';
import { Refused } from '../../api.ts';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { money } from '../../ui/format.ts';
import { Notice } from '../../ui/Notice.tsx';
import { refusedWords } from '../forms/problem-words.ts';
import { Changed } from '../parts/Changed.tsx';
import { keepAs } from '../parts/keep-as.ts';
import { Page, WhenLoaded } from '../parts/Page.tsx';
import { Select } from '../parts/Select.tsx';
import { useActions, useLoaded } from '../use-house.tsx';
import { BudgetForm } from './BudgetForm.tsx';
import { GoodwillTable } from './GoodwillTable.tsx';
import { csvRows, receiver } from './rows.ts';

/** What employees may give by themselves, and what they gave. */
export function GoodwillPage() {
  const { i18n } = useLingui();
  const { call, deleted } = useActions();
  const [days, setDays] = useState<(typeof goodwillDays)[number]>(31);
  const [failed, setFailed] = useState<string | null>(null);
  const loaded = useLoaded('manager/goodwill', { days });
  const setVoided = async (entry: GoodwillEntry, voided: boolean) => {
    setFailed(null);
    try {
      await call('manager/goodwill-void', { id: entry.id, voided });
      if (voided)
        deleted({
          name: `${money(entry.amountCents, spoken())}, ${receiver(entry, i18n)}`,
          what: 'changed',
          async undo() {
            await call('manager/goodwill-void', { id: entry.id, voided: false });
            await loaded.reload();
          },
        });
    } catch (error) {
      setFailed(error instanceof Refused ? error.code : 'unreachable');
    }
    await loaded.reload();
  };
  return (
    <Page
      title={<Trans id="manager.section.goodwill" message="Gestures" />}
      lead={
        <Trans
          id="manager.goodwill.lead"
          message="Small amounts that employees give a shopper by their own judgement. Prices and offers never change by them; nothing is added up per employee."
        />
      }
    >
      <WhenLoaded loaded={loaded}>
        {({ budget, changed, todayCents, items }) => (
          <>
            <section className="panel">
              <h2>
                <Trans id="manager.goodwill.budget" message="Budget" />
              </h2>
              <BudgetForm budget={budget} onSaved={loaded.reload} />
              <p className="soft small">
                <Changed changed={changed} />
              </p>
            </section>
            <section className="panel">
              <h2>
                <Trans id="manager.goodwill.books" message="Books" />
              </h2>
              {budget !== null && (
                <p>
                  <Trans
                    id="manager.goodwill.today"
                    message="Today: {spent} of {budget} given."
                    values={{ spent: money(todayCents, spoken()), budget: money(budget.perDayCents, spoken()) }}
                  />
                </p>
              )}
              <div className="row">
                <Select
                  label={<Trans id="manager.goodwill.period" message="Period" />}
                  value={String(days)}
                  onChange={(value) => setDays(goodwillDays.find((each) => String(each) === value) ?? 31)}
                  options={goodwillDays.map((each) => ({
                    value: String(each),
                    label: i18n._({ id: 'manager.reports.days', message: 'the last {days} days', values: { days: each } }),
                  }))}
                />
                <Button
                  look="quiet"
                  icon={<Download className="icon" aria-hidden="true" />}
                  onPress={() => keepAs('gestures.csv', csv(csvRows(items)))}
                  isDisabled={items.length === 0}
                >
                  <Trans id="manager.reports.csv" message="Keep as CSV" />
                </Button>
              </div>
              {failed !== null && <Notice tone="problem">{refusedWords(failed, i18n)}</Notice>}
              <GoodwillTable items={items} onVoid={(entry, voided) => void setVoided(entry, voided)} />
            </section>
          </>
        )}
      </WhenLoaded>
    </Page>
  );
}
