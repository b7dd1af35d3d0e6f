import { Trans } from '@lingui/react';
import type { Language } from '../../../shared/contract/index.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Scene } from '../layout/Scene.tsx';
import { useAnswer } from '../state/use-answer.ts';
import { Failure } from './Failure.tsx';
import { OfferCard } from './OfferCard.tsx';

/** Today's offers: one list, the same for everyone. */
export function Offers({ language }: { readonly language: Language }) {
  const { answer, failed, again } = useAnswer('kiosk/offers', {});
  return (
    <Scene
      shape="list"
      title={<Trans id="offers.title" message="Today’s offers" />}
      lead={<Trans id="offers.lead" message="The same list and the same prices for everyone." />}
    >
      {failed && <Failure again={again} />}
      {!answer && !failed && <Skeleton height="12rem" />}
      {answer?.offers.length === 0 && (
        <Notice title={<Trans id="offers.none" message="There is no offer today." />}>
          <Trans id="offers.none.more" message="Every product and its price is under “Find a product”." />
        </Notice>
      )}
      <ul className="offers">
        {answer?.offers.map((offer) => (
          <li key={offer.id}>
            <OfferCard offer={offer} language={language} />
          </li>
        ))}
      </ul>
    </Scene>
  );
}
