import { Trans, useLingui } from '@lingui/react';
import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { allWords, wordsIn } from '../../../shared/words-in.ts';
import { spoken } from '../../i18n/setup.ts';
import { Field } from '../../ui/Field.tsx';
import { money } from '../../ui/format.ts';
import { Select } from '../parts/Select.tsx';
import { matches } from '../parts/sort.ts';

type Product = Output<'manager/products'>['items'][number];

/** More than this is not read, and slows the list down. */
const LISTED = 100;

/**
 * Finds a product by part of its name, then by the browser's own list: unlike a pop-up list, that hides nothing else from a screen reader.
 */
export function ProductPicker(props: {
  readonly products: readonly Product[];
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly error: string | undefined;
}) {
  const { i18n } = useLingui();
  const [filter, setFilter] = useState('');
  const language = spoken();
  const found = props.products.filter((product) => matches(`${allWords(product.name)} ${product.id}`, filter)).slice(0, LISTED);
  const chosen = props.products.find(({ id }) => id === props.value);
  const listed = chosen === undefined || found.includes(chosen) ? found : [chosen, ...found];
  const nothing = { value: '', label: i18n._({ id: 'manager.offer.product.choose', message: 'Choose a product' }) };
  return (
    <>
      <Field
        label={<Trans id="manager.offer.product.find" message="Find a product" />}
        hint={
          <Trans
            id="manager.offer.product.found"
            message="{count, plural, =0 {No product has this name.} one {One product in the list.} other {# products in the list.}}"
            values={{ count: found.length }}
          />
        }
        type="search"
        value={filter}
        onChange={setFilter}
      />
      <Select
        label={<Trans id="manager.offer.product" message="Product" />}
        value={props.value}
        onChange={props.onChange}
        error={props.error}
        options={[
          nothing,
          ...listed.map((product) => ({
            value: product.id,
            label: `${wordsIn(product.name, language)} · ${money(product.priceCents, language)}`,
          })),
        ]}
      />
    </>
  );
}
