import { Trans, useLingui } from '@lingui/react';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { front, standing } from '../desk/card.ts';
import { useDesk } from '../use-desk.tsx';
import { standingWords } from '../words/call-words.ts';

/** What waits for an answer while another page of the phone is open: a hand on that page has silenced the ring. */
export function CallWaits({ onOpen }: { readonly onOpen: () => void }) {
  const { i18n } = useLingui();
  const snapshot = useDesk((desk) => desk.snapshot);
  const skipped = useDesk((desk) => desk.skipped);
  const asked = useDesk((desk) => desk.asked);
  const card = snapshot === null ? null : front(snapshot, { skipped, asked }).card;
  const how = snapshot === null || card === null ? 'taken' : standing(card, snapshot.me.id);
  if (how !== 'open' && how !== 'offered') return null;
  return (
    <div className="call-waits">
      <Notice tone="warm" title={i18n._(standingWords[how])}>
        <p>{card?.place}</p>
        <Button look="primary" onPress={onOpen}>
          <Trans id="staff.waits.see" message="See the call" />
        </Button>
      </Notice>
    </div>
  );
}
