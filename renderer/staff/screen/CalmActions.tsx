import { Trans } from '@lingui/react';
import { Coffee, Gift } from 'lucide-react';
import type { StaffSnapshot } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { useActions } from '../use-desk.tsx';
import { ThumbButton } from './ThumbButton.tsx';

/** Length of the break that one tap takes, in minutes. */
const BREAK_MIN = 10;

/** What can be done while nobody is waiting. */
export function CalmActions({ snapshot, onGoodwill }: { readonly snapshot: StaffSnapshot; readonly onGoodwill: () => void }) {
  const { setDuty, takeBreak } = useActions();
  const { me, duty, goodwill } = snapshot;
  const onBreak = me.onDuty && duty.breakMs !== null;
  return (
    <footer className="thumb-zone">
      {!me.onDuty && (
        <ThumbButton key="duty" onPress={() => void setDuty(true)}>
          <Trans id="staff.go-on-duty" message="Go on duty" />
        </ThumbButton>
      )}
      {onBreak && (
        <ThumbButton key="return" onPress={() => void takeBreak(0)}>
          <Trans id="staff.break.return" message="Return now" />
        </ThumbButton>
      )}
      <div className="thumb-more">
        {me.onDuty && !onBreak && (
          <Button icon={<Coffee className="icon" aria-hidden="true" />} onPress={() => void takeBreak(BREAK_MIN)}>
            <Trans id="staff.break.take" message="Off for {minutes} min" values={{ minutes: BREAK_MIN }} />
          </Button>
        )}
        {goodwill !== null && (
          <Button icon={<Gift className="icon" aria-hidden="true" />} onPress={onGoodwill}>
            <Trans id="staff.goodwill.open" message="Make a gesture" />
          </Button>
        )}
      </div>
    </footer>
  );
}
