import { Trans, useLingui } from '@lingui/react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import type { Output } from '../../../shared/contract/index.ts';
import { spoken } from '../../i18n/setup.ts';
import { money } from '../../ui/format.ts';
import { matches } from '../data/sort.ts';

type Product = Output<'manager/products'>['items'][number];

/** More than this is not read, and slows the list down. */
const LISTED = 40;

/** Finds a product by typing part of its name. */
export function ProductPicker(props: {
  readonly products: readonly Product[];
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly error: string | undefined;
}) {
  const { i18n } = useLingui();
  const language = spoken();
  const chosen = props.products.find((product) => product.id === props.value);
  const [text, setText] = useState(chosen?.name[language] ?? '');
  const wanted = chosen?.name[language] === text ? '' : text;
  const items = props.products
    .filter((product) => matches(`${product.name.fr} ${product.name.en} ${product.id}`, wanted))
    .slice(0, LISTED);
  return (
    <ComboBox
      className="field picker"
      isInvalid={props.error !== undefined}
      items={items}
      inputValue={text}
      onInputChange={setText}
      selectedKey={props.value === '' ? null : props.value}
      onSelectionChange={(key) => {
        const product = props.products.find(({ id }) => id === key);
        props.onChange(product?.id ?? '');
        if (product !== undefined) setText(product.name[language]);
      }}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <Label className="field-label">
        <Trans id="manager.offer.product" message="Product" />
      </Label>
      <div className="picker-line">
        <Input className="field-input" />
        <Button className="picker-open" aria-label={i18n._({ id: 'manager.offer.product.open', message: 'Show the products' })}>
          <span aria-hidden="true">▾</span>
        </Button>
      </div>
      <FieldError className="field-error">{props.error}</FieldError>
      <Popover className="picker-list">
        <ListBox<Product>
          renderEmptyState={() => (
            <p className="picker-none">
              <Trans id="manager.offer.product.none" message="No product has this name." />
            </p>
          )}
        >
          {(product) => (
            <ListBoxItem className="picker-item" textValue={product.name[language]}>
              {product.name[language]} <span className="soft">{money(product.priceCents, language)}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
