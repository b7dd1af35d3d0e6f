import { Trans, useLingui } from '@lingui/react';
import { OfferSettings, type Output } from '../../../shared/contract/index.ts';
import { StoreText } from '../../i18n/StoreText.tsx';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { money } from '../../ui/format.ts';
import { Toggle } from '../../ui/Toggle.tsx';
import { FormField, FormFrame } from '../forms/Fields.tsx';
import { problemWords } from '../forms/problem-words.ts';
import { useForm } from '../forms/use-form.ts';
import { useFormFocus } from '../forms/use-form-focus.ts';
import { WordsFields } from '../forms/WordsFields.tsx';
import { useActions } from '../use-house.tsx';
import { CENTS_PER_EURO, type Offer, offerDraft, readOffer } from './offer-form.ts';
import { ProductPicker } from './ProductPicker.tsx';

export function OfferForm(props: {
  readonly offer: Offer;
  readonly products: Output<'manager/products'>['items'];
  readonly onSaved: () => Promise<void>;
  readonly onClose: () => void;
}) {
  const { i18n } = useLingui();
  const { call } = useActions();
  const heading = useFormFocus();
  const form = useForm({
    initial: offerDraft(props.offer, spoken()),
    schema: OfferSettings,
    read: readOffer,
    async save(offer) {
      await call('manager/offer-save', offer);
      await props.onSaved();
    },
    fieldOf: { 'offer-dearer': 'priceCents', 'no-such-product': 'productId' },
  });
  const product = props.products.find(({ id }) => id === form.draft.productId);
  const noProduct = form.problem('productId');

  return (
    <section className="panel">
      <h2 ref={heading} tabIndex={-1}>
        {props.offer.title.fr === '' ? (
          <Trans id="manager.offers.new" message="New offer" />
        ) : (
          <StoreText words={props.offer.title} />
        )}
      </h2>
      <FormFrame
        onSubmit={form.submit}
        sending={form.sending}
        label={<Trans id="manager.save" message="Save" />}
        more={
          <Button onPress={props.onClose}>
            <Trans id="manager.cancel" message="Cancel" />
          </Button>
        }
      >
        <div className="pair">
          <WordsFields
            form={form}
            name="title"
            label={(language) => <Trans id="manager.offer.title-in" message="Title in {language}" values={{ language }} />}
          />
          <ProductPicker
            products={props.products}
            value={form.draft.productId}
            onChange={(productId) => form.change({ productId })}
            error={noProduct === null ? undefined : problemWords(noProduct, i18n)}
          />
          <FormField
            form={form}
            name="price"
            path="priceCents"
            scale={CENTS_PER_EURO}
            inputMode="decimal"
            label={<Trans id="manager.offer.price" message="Price during the offer (€)" />}
            hint={
              product === undefined ? (
                <Trans id="manager.offer.price-hint" message="The same price for everybody." />
              ) : (
                <Trans
                  id="manager.offer.price-usual"
                  message="Usually {price}. The same price for everybody."
                  values={{ price: money(product.priceCents, spoken()) }}
                />
              )
            }
          />
          <FormField
            form={form}
            name="startsOn"
            also={['endsOn']}
            type="date"
            label={<Trans id="manager.offer.starts" message="First day" />}
          />
          <FormField form={form} name="endsOn" type="date" label={<Trans id="manager.offer.ends" message="Last day" />} />
        </div>
        <Toggle isSelected={form.draft.active} onChange={(active) => form.change({ active })}>
          <Trans id="manager.offer.active" message="Active: the kiosk may show it on these days" />
        </Toggle>
      </FormFrame>
    </section>
  );
}
