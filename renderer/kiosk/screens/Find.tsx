import { Trans, useLingui } from '@lingui/react';
import { X } from 'lucide-react';
import type { FormEvent } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { Language, Output } from '../../../shared/contract/index.ts';
import { StoreText } from '../../i18n/StoreText.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { CategoryArt } from '../art/CategoryArt.tsx';
import { hideKeyboard } from '../keyboard/field-focus.ts';
import { Scene } from '../layout/Scene.tsx';
import { useAnswer } from '../state/use-answer.ts';
import { setShelf, setText, textOf, useView } from '../state/view.ts';
import { Failure } from './Failure.tsx';
import { NothingFound } from './NothingFound.tsx';
import { ProductRow } from './ProductRow.tsx';

/** A pause in typing that is worth a search: shorter pauses would count half-written words as failures. */
const PAUSE_MS = 450;

/** Says when the list is not for the very words that were typed: the shopper must not think that it is. */
function HowFound({ found }: { readonly found: Output<'kiosk/search'> | null }) {
  if (found?.how === 'near')
    return (
      <p>
        <Trans id="find.near" message="Shown for “{instead}”." values={{ instead: found.instead }} />
      </p>
    );
  if (found?.how === 'some')
    return (
      <p>
        <Trans id="find.some" message="Nothing has all of these words. These have some." />
      </p>
    );
  return null;
}

/** Where a product is, whether it is there, and what it costs. */
export function Find({ language }: { readonly language: Language }) {
  const { i18n } = useLingui();
  const text = useView((v) => textOf(v, 'find'));
  const category = useView((v) => v.shelf);
  const query = text.trim();
  const found = useAnswer('kiosk/search', { query, category: query ? null : category }, query ? PAUSE_MS : 0);
  const categories = found.answer?.categories ?? [];
  const products = query || category ? (found.answer?.products ?? []) : [];
  const chosen = categories.find((c) => c.id === category);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    hideKeyboard();
  };
  return (
    <Scene
      shape="list"
      title={<Trans id="find.title" message="What are you looking for?" />}
      lead={<Trans id="find.same-price" message="Prices are the same for everyone." />}
    >
      <form onSubmit={submit} className="search">
        <Field
          label={<Trans id="find.label" message="Product, brand or kind" />}
          value={text}
          onChange={(value) => setText('find', value)}
          type="search"
          maxLength={120}
          autoComplete="off"
        />
        {text && (
          <Button look="quiet" icon={<X className="icon" aria-hidden="true" />} onPress={() => setText('find', '')}>
            <Trans id="find.clear" message="Clear" />
          </Button>
        )}
      </form>
      <p className="unseen" role="status">
        {query && found.settled
          ? i18n._({
              id: 'find.count',
              message: '{count, plural, =0 {Nothing found} one {# product found} other {# products found}}',
              values: { count: products.length },
            })
          : ''}
      </p>
      {found.failed && <Failure again={found.again} />}
      {query && found.settled && !found.failed && products.length === 0 && <NothingFound query={query} />}
      {query && products.length > 0 && <HowFound found={found.answer} />}
      {!query && chosen && (
        <div className="row">
          <h2>
            <StoreText words={chosen.name} />
          </h2>
          <Button look="quiet" onPress={() => setShelf(null)}>
            <Trans id="find.all" message="All shelves" />
          </Button>
        </div>
      )}
      <ul className="products">
        {products.map((product) => (
          <ProductRow key={product.id} product={product} language={language} />
        ))}
      </ul>
      {products.length === 0 && (!query || found.settled) && (
        <ul className="shelves" aria-label={i18n._({ id: 'find.shelves', message: 'Shelves' })}>
          {categories.map((c) => (
            <li key={c.id}>
              <AriaButton
                className="shelf"
                onPress={() => {
                  setText('find', '');
                  setShelf(c.id);
                  hideKeyboard();
                }}
              >
                <span className="shelf-art">
                  <CategoryArt category={c.id} />
                </span>
                <StoreText words={c.name} />
              </AriaButton>
            </li>
          ))}
        </ul>
      )}
    </Scene>
  );
}
