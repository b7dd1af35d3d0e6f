import { Trans } from '@lingui/react';
import type { Language } from '../../../shared/contract/index.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Scene } from '../layout/Scene.tsx';
import { useAnswer } from '../state/use-answer.ts';
import { Failure } from './Failure.tsx';
import { OfferCard } from './OfferCard.tsx';
import { OftenWith } from './OftenWith.tsx';

/** Today's offers: one list, the same for everyone. */
export function Offers({ language }: { readonly language: Language }) {
  const { answer, failed, again } = useAnswer('kiosk/offers', {});
  const productIds = [...new Set(answer?.offers.map(({ product }) => product.id))].slice(0, 20);
  const together = useAnswer('kiosk/together', productIds.length === 0 ? null : { productIds }).answer?.items ?? [];
  const often = (id: string) => {
    const others = together.find(({ productId }) => productId === id)?.others ?? [];
    return others.length > 0 && <OftenWith others={others} language={language} />;
  };
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
            <OfferCard offer={offer} language={language}>
              {often(offer.product.id)}
            </OfferCard>
          </li>
        ))}
      </ul>
      {together.some(({ others }) => others.length > 0) && (
        <p className="soft">
          <Trans id="together.from" message="This is from receipts without names, never from who you are." />
        </p>
      )}
    </Scene>
  );
}
