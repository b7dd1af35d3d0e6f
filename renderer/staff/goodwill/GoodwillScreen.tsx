import { Trans, useLingui } from '@lingui/react';
import type { GoodwillReason } from '../../../shared/contract/index.ts';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { money } from '../../ui/format.ts';
import { Notice } from '../../ui/Notice.tsx';
import { ErrandWords } from '../screen/ErrandWords.tsx';
import { LinkWords } from '../screen/LinkWords.tsx';
import { useActions, useDesk } from '../use-desk.tsx';
import { noticeWords } from '../words/refusal-words.ts';
import { GestureFields } from './GestureFields.tsx';
import { Granted } from './Granted.tsx';
import { GrantedToday } from './GrantedToday.tsx';
import { useGesture } from './use-gesture.ts';

interface GoodwillProps {
  readonly reason: GoodwillReason | null;
  readonly onClose: () => void;
}

/** Something given by the employee's own judgement, within the manager's budget. */
export function GoodwillScreen({ reason, onClose }: GoodwillProps) {
  const { i18n } = useLingui();
  const { showGranted, dismissNotice } = useActions();
  const granted = useDesk((desk) => desk.granted);
  const notice = useDesk((desk) => desk.notice);
  const gesture = useGesture(reason);
  const { left, draft } = gesture;
  const close = () => {
    showGranted(null);
    dismissNotice();
    onClose();
  };
  if (granted !== null) return <Granted gesture={granted} onDone={close} />;
  return (
    <main className="phone goodwill">
      <header>
        <h1>
          <Trans id="staff.goodwill" message="A gesture" />
        </h1>
        <LinkWords />
      </header>
      {left === 0 ? (
        <p>
          <Trans id="staff.goodwill.none-left" message="Today’s budget is used up. Tomorrow there is a new one." />
        </p>
      ) : (
        <GestureFields {...gesture} />
      )}
      <GrantedToday onShow={showGranted} />
      <footer className="thumb-zone">
        <ErrandWords />
        {notice?.kind === 'refused' && <Notice tone="warm">{noticeWords(notice, i18n)}</Notice>}
        {left > 0 && (
          <Button look="primary" className="thumb give" isDisabled={!gesture.ready} onPress={gesture.give}>
            {draft.amount === null || draft.reason === null ? (
              <Trans id="staff.goodwill.give-what" message="Choose an amount and a reason" />
            ) : (
              <Trans id="staff.goodwill.give" message="Give {amount}" values={{ amount: money(draft.amount, spoken()) }} />
            )}
          </Button>
        )}
        <Button look="bare" onPress={close}>
          <Trans id="staff.back" message="Back" />
        </Button>
      </footer>
    </main>
  );
}
