import { Trans, useLingui } from '@lingui/react';
import { voucherGroups } from '../../../shared/assistance/voucher.ts';
import type { GoodwillEntry } from '../../../shared/contract/index.ts';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { day, locales, money } from '../../ui/format.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { reasonWords, receiver } from './rows.ts';

interface GoodwillTableProps {
  readonly items: readonly GoodwillEntry[];
  readonly onVoid: (entry: GoodwillEntry, voided: boolean) => void;
}

/** The books, by day. It sorts by nothing else: they are no list of who gives most. */
export function GoodwillTable({ items, onVoid }: GoodwillTableProps) {
  const { i18n } = useLingui();
  const clock = new Intl.DateTimeFormat(locales[spoken()], { hour: '2-digit', minute: '2-digit' });
  return (
    <DataTable
      caption={<Trans id="manager.goodwill.table" message="Gestures" />}
      rows={items}
      rowId={({ id }) => id}
      empty={<Trans id="manager.goodwill.empty" message="No gesture in this period." />}
      columns={[
        {
          id: 'when',
          heading: i18n._({ id: 'manager.goodwill.when', message: 'When' }),
          key: ({ day: on }) => on,
          cell: ({ day: on, at }) => `${day(on, spoken())}${at === null ? '' : `, ${clock.format(at)}`}`,
        },
        { id: 'by', heading: i18n._({ id: 'manager.goodwill.by', message: 'Who' }), cell: ({ by }) => by },
        {
          id: 'amount',
          heading: i18n._({ id: 'manager.goodwill.amount', message: 'Amount' }),
          cell: ({ amountCents }) => money(amountCents, spoken()),
          figure: true,
        },
        {
          id: 'reason',
          heading: i18n._({ id: 'manager.goodwill.reason', message: 'Reason' }),
          cell: ({ reason, words }) => (
            <>
              {i18n._(reasonWords[reason])}
              {words !== null && <span className="cell-note">{words}</span>}
            </>
          ),
        },
        {
          id: 'to',
          heading: i18n._({ id: 'manager.goodwill.to', message: 'Voucher or customer' }),
          cell: (entry) => (entry.voucher === null ? receiver(entry, i18n) : voucherGroups(entry.voucher).join('\u00a0')),
        },
        {
          id: 'actions',
          heading: i18n._({ id: 'manager.actions', message: 'Actions' }),
          cell: (entry) => {
            const name = `${money(entry.amountCents, spoken())}, ${receiver(entry, i18n)}`;
            return entry.voided ? (
              <>
                <span className="tag" data-tag="off">
                  <Trans id="manager.goodwill.voided" message="Voided" />
                </span>{' '}
                <Button
                  onPress={() => onVoid(entry, false)}
                  aria-label={i18n._({ id: 'manager.goodwill.restore-named', message: 'Put back: {name}', values: { name } })}
                >
                  <Trans id="manager.goodwill.restore" message="Put back" />
                </Button>
              </>
            ) : (
              <Button
                onPress={() => onVoid(entry, true)}
                aria-label={i18n._({ id: 'manager.goodwill.void-named', message: 'Void: {name}', values: { name } })}
              >
                <Trans id="manager.goodwill.void" message="Void" />
              </Button>
            );
          },
        },
      ]}
    />
  );
}
