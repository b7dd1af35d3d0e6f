import { Trans } from '@lingui/react';
import { ConciergeBell, MapPin } from 'lucide-react';
import type { Language, Output } from '../../../shared/contract/index.ts';
import { StoreText } from '../../i18n/StoreText.tsx';
import { Button } from '../../ui/Button.tsx';
import { day, money } from '../../ui/format.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { CategoryArt } from '../art/CategoryArt.tsx';
import { Scene } from '../layout/Scene.tsx';
import { PrintButton } from '../printing/PrintButton.tsx';
import { callPerson } from '../state/commands.ts';
import { useVisit } from '../state/station.ts';
import { useAnswer } from '../state/use-answer.ts';
import { leaveProduct, textOf, useView } from '../state/view.ts';
import { WayMap } from '../way/WayMap.tsx';
import { WayWords } from '../way/WayWords.tsx';
import { Instead } from '../words/instead.tsx';
import { Stock } from '../words/stock.tsx';
import { Failure } from './Failure.tsx';
import { ProductRow } from './ProductRow.tsx';
import { SuggestionsFor } from './SuggestionsFor.tsx';

type Shown = Output<'kiosk/product'> & { readonly language: Language };

/** What it costs, whether it is there, and where. */
function Facts({ product, language }: Pick<Shown, 'product' | 'language'>) {
  return (
    <>
      <p className="product-cost">
        <span className="serif figures product-sum">{money(product.priceCents, language)}</span>
        <Instead prices={product} language={language} />
        <span className="product-same">
          {product.offerEndsOn === null ? (
            <Trans id="product.same-price" message="The same price for everyone." />
          ) : (
            <Trans
              id="offer.until"
              message="Until {day}, same price for everyone"
              values={{ day: day(product.offerEndsOn, language) }}
            />
          )}
        </span>
      </p>
      <p className="product-where">
        <span className="product-aisle">
          <MapPin className="icon" aria-hidden="true" />
          <Trans id="product.aisle" message="Aisle {aisle}" values={{ aisle: product.aisle }} />
        </span>
        <span className={product.stock > 0 ? undefined : 'product-out'}>
          <Stock stock={product.stock} />
        </span>
      </p>
    </>
  );
}

/** The way to a product that is there; what else is there for one that is not. */
function Onward({ product, way, alternatives, language }: Shown) {
  if (product.stock > 0) {
    return (
      way && (
        <section className="way">
          <WayMap way={way} aisle={product.aisle} />
          <WayWords way={way} language={language} />
        </section>
      )
    );
  }
  if (alternatives.length === 0) return null;
  return (
    <section>
      <h2>
        <Trans id="product.instead" message="In stock, of the same kind" />
      </h2>
      <ul className="products">
        {alternatives.map((other) => (
          <ProductRow key={other.id} product={other} language={language} />
        ))}
      </ul>
    </section>
  );
}

/** One product: price, stock, the drawn way from this kiosk to its shelf, the same way in words, and somebody who knows it. */
export function Product({ language }: { readonly language: Language }) {
  const id = useView((v) => textOf(v, 'product'));
  const proposed = useVisit()?.proposal != null;
  const { answer, failed, again } = useAnswer('kiosk/product', id === '' ? null : { id });
  const shown = answer?.product.id === id ? answer : null;
  return (
    <Scene
      key={id}
      shape="list"
      onBack={leaveProduct}
      picture={shown && <CategoryArt category={shown.product.category} />}
      title={shown ? <StoreText words={shown.product.name} /> : <Trans id="product.title" message="Product" />}
      live
      lead={shown && <Facts product={shown.product} language={language} />}
    >
      {failed && <Failure again={again} />}
      {!shown && !failed && <Skeleton height="20rem" />}
      {shown && <Onward {...shown} language={language} />}
      {shown && <PrintButton slip={{ kind: 'product', id: shown.product.id }} />}
      {shown && <SuggestionsFor product={shown.product} language={language} />}
      {!proposed && (
        <Button icon={<ConciergeBell className="icon" aria-hidden="true" />} onPress={() => void callPerson('product-advice')}>
          <Trans id="product.person" message="Bring someone who knows this" />
        </Button>
      )}
    </Scene>
  );
}
