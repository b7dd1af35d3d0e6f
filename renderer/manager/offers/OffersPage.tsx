import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react';
import { useState } from 'react';
import { wordsIn } from '../../../shared/words-in.ts';

import { StoreText } from '../../i18n/StoreText.tsx';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { day, money } from '../../ui/format.ts';
import { Changed } from '../parts/Changed.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { freshId } from '../parts/fresh-id.ts';
import { KioskLanguages } from '../parts/KioskLanguages.tsx';
import { Page, WhenLoaded } from '../parts/Page.tsx';
import { todayHere } from '../parts/today-here.ts';
import { useActions, useLoaded } from '../use-house.tsx';
import { OfferForm } from './OfferForm.tsx';
import { newOffer, type Offer, offerStanding } from './offer-form.ts';

const standingWords: Readonly<Record<ReturnType<typeof offerStanding>, MessageDescriptor>> = {
  now: /*i18n*/ { id: 'manager.offer.now', message: 'Running' },
  later: /*i18n*/ { id: 'manager.offer.later', message: 'Not yet' },
  over: /*i18n*/ { id: 'manager.offer.over', message: 'Over' },
  off: /*i18n*/ { id: 'manager.offer.off', message: 'Switched off' },
};

export function OffersPage() {
  const { i18n } = useLingui();
  const { call, deleted } = useActions();
  const loaded = useLoaded('manager/offers', {});
  const catalogue = useLoaded('manager/products', {}).answer?.items;
  const products = catalogue ?? [];
  const [editing, setEditing] = useState<Offer | null>(null);
  const language = spoken();
  const today = todayHere();
  const product = (offer: Offer) => products.find(({ id }) => id === offer.productId);

  const create = (
    <Button look="primary" onPress={() => setEditing(newOffer(freshId('offer'), today))}>
      <Trans id="manager.offers.new" message="New offer" />
    </Button>
  );

  const remove = async (offer: Offer) => {
    await call('manager/offer-delete', { id: offer.id });
    deleted({
      name: wordsIn(offer.title, language),
      async undo() {
        await call('manager/offer-save', offer);
        await loaded.reload();
      },
    });
    await loaded.reload();
  };

  return (
    <Page
      title={<Trans id="manager.section.offers" message="Offers" />}
      lead={
        <Trans
          id="manager.offers.lead"
          message="The kiosk shows one offer per visit. Prices never depend on who is standing there."
        />
      }
      actions={editing === null && loaded.answer?.items.length !== 0 && create}
    >
      {editing !== null && (
        <OfferForm
          key={editing.id}
          offer={editing}
          products={products}
          onClose={() => setEditing(null)}
          onSaved={async () => {
            await loaded.reload();
            setEditing(null);
          }}
        />
      )}
      <WhenLoaded loaded={loaded}>
        {({ items }) => (
          <>
            <KioskLanguages words={items.map(({ value }) => value.title)} />
            <DataTable
              caption={<Trans id="manager.section.offers" message="Offers" />}
              rows={items}
              rowId={({ value }) => value.id}
              first={{ column: 'ends', direction: 'descending' }}
              empty={
                catalogue?.length === 0 ? (
                  <>
                    <p>
                      <Trans
                        id="manager.offers.no-products"
                        message="An offer is about one product, and the catalogue is empty. Import your products first, then come back."
                      />
                    </p>
                    <a href="#products">
                      <Trans id="manager.section.products" message="Products and imports" />
                    </a>
                  </>
                ) : (
                  <>
                    <p>
                      <Trans
                        id="manager.offers.empty"
                        message="No offer yet. The kiosk then helps and answers, and sells nothing."
                      />
                    </p>
                    {editing === null && create}
                  </>
                )
              }
              columns={[
                {
                  id: 'title',
                  heading: i18n._({ id: 'manager.offers.title', message: 'Offer' }),
                  key: ({ value }) => wordsIn(value.title, language),
                  cell: ({ value, changed }) => (
                    <>
                      <StoreText words={value.title} />
                      <span className="cell-note">
                        <Changed changed={changed} />
                      </span>
                    </>
                  ),
                },
                {
                  id: 'product',
                  heading: i18n._({ id: 'manager.offer.product', message: 'Product' }),
                  key: ({ value }) => {
                    const one = product(value);
                    return one ? wordsIn(one.name, language) : null;
                  },
                  cell: ({ value }) => {
                    const one = product(value);
                    return one ? <StoreText words={one.name} /> : value.productId;
                  },
                },
                {
                  id: 'price',
                  heading: i18n._({ id: 'manager.offers.price', message: 'Price' }),
                  key: ({ value }) => value.priceCents,
                  cell: ({ value }) => money(value.priceCents as never, language),
                  figure: true,
                },
                {
                  id: 'starts',
                  heading: i18n._({ id: 'manager.offer.starts', message: 'First day' }),
                  key: ({ value }) => value.startsOn,
                  cell: ({ value }) => <span className="one-line">{day(value.startsOn, language)}</span>,
                },
                {
                  id: 'ends',
                  heading: i18n._({ id: 'manager.offer.ends', message: 'Last day' }),
                  key: ({ value }) => value.endsOn,
                  cell: ({ value }) => <span className="one-line">{day(value.endsOn, language)}</span>,
                },
                {
                  id: 'standing',
                  heading: i18n._({ id: 'manager.offers.standing', message: 'State' }),
                  key: ({ value }) => i18n._(standingWords[offerStanding(value, today)]),
                  cell: ({ value }) => (
                    <span className="tag" data-tag={offerStanding(value, today)}>
                      {i18n._(standingWords[offerStanding(value, today)])}
                    </span>
                  ),
                },
                {
                  id: 'actions',
                  heading: i18n._({ id: 'manager.actions', message: 'Actions' }),
                  cell: ({ value }) => (
                    <span className="row">
                      <Button
                        onPress={() => setEditing(value)}
                        aria-label={i18n._({
                          id: 'manager.edit-named',
                          message: 'Edit {name}',
                          values: { name: wordsIn(value.title, language) },
                        })}
                      >
                        <Trans id="manager.edit" message="Edit" />
                      </Button>
                      <Button
                        look="bare"
                        onPress={() => void remove(value).catch(() => loaded.reload())}
                        aria-label={i18n._({
                          id: 'manager.delete-named',
                          message: 'Delete {name}',
                          values: { name: wordsIn(value.title, language) },
                        })}
                      >
                        <Trans id="manager.delete" message="Delete" />
                      </Button>
                    </span>
                  ),
                },
              ]}
            />
          </>
        )}
      </WhenLoaded>
    </Page>
  );
}
