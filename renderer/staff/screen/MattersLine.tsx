import { Trans } from '@lingui/react';
import { MessageSquareText } from 'lucide-react';
import type { StaffSnapshot } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';

/** Shoppers wait for this employee's answer; what is overdue is said first. */
export function MattersLine({ matters, onOpen }: Pick<StaffSnapshot, 'matters'> & { readonly onOpen: () => void }) {
  return (
    <Button icon={<MessageSquareText className="icon" aria-hidden="true" />} onPress={onOpen}>
      {matters.overdue > 0 ? (
        <strong>
          <Trans
            id="staff.matters.overdue"
            message="{overdue, plural, one {One answer of yours is overdue} other {# answers of yours are overdue}}"
            values={{ overdue: matters.overdue }}
          />
        </strong>
      ) : (
        <Trans
          id="staff.matters.waiting"
          message="{waiting, plural, one {One shopper waits for your answer} other {# shoppers wait for your answer}}"
          values={{ waiting: matters.waiting }}
        />
      )}
    </Button>
  );
}
