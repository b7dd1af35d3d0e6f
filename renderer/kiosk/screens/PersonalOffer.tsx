import { Trans } from '@lingui/react';
import { useState } from 'react';
import type { Language, OfferView, OfferWhy } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PrintButton } from '../printing/PrintButton.tsx';
import { send } from '../state/commands.ts';
import { WhyWords } from '../words/why.tsx';
import { Failure } from './Failure.tsx';
import { OfferCard } from './OfferCard.tsx';

/** The one offer, its reason, and a refusal that costs as little as asking. */
export function PersonalOffer({ offer, language }: { readonly offer: OfferView; readonly language: Language }) {
  const [why, setWhy] = useState<OfferWhy | null>(null);
  const [failed, setFailed] = useState(false);
  const ask = async () => {
    const answer = await send('kiosk/offer-why', {});
    setWhy(answer);
    setFailed(answer === null);
  };
  const decline = async () => setFailed((await send('kiosk/offer-decline', {})) === null);
  return (
    <OfferCard offer={offer} language={language}>
      {failed && <Failure />}
      {why && (
        <Notice tone="warm">
          <WhyWords why={why} language={language} />
        </Notice>
      )}
      <div className="answers">
        <Button onPress={() => void ask()}>
          <Trans id="offer.why" message="Why this?" />
        </Button>
        <Button onPress={() => void decline()}>
          <Trans id="offer.decline" message="Not for me" />
        </Button>
      </div>
      <PrintButton slip={{ kind: 'offer', id: offer.id }} />
    </OfferCard>
  );
}
