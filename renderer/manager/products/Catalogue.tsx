import { Trans, useLingui } from '@lingui/react';
import { useMemo, useState } from 'react';
import { allWords, wordsIn } from '../../../shared/words-in.ts';

import { StoreText } from '../../i18n/StoreText.tsx';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { money } from '../../ui/format.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { KioskLanguages } from '../parts/KioskLanguages.tsx';
import { WhenLoaded } from '../parts/Page.tsx';
import { matches } from '../parts/sort.ts';
import { useLoaded } from '../use-house.tsx';
import { ImportPanel } from './ImportPanel.tsx';
import { productSample, purchaseSample } from './samples.ts';

/** Rows added to the table at a time: a long catalogue stays quick. */
const AT_ONCE = 200;

/** The catalogue, and the files it comes from. */
export function Catalogue() {
  const { i18n } = useLingui();
  const loaded = useLoaded('manager/products', {});
  const [filter, setFilter] = useState('');
  const [limit, setLimit] = useState(AT_ONCE);
  const language = spoken();
  const all = loaded.answer?.items;
  const found = useMemo(
    () =>
      (all ?? []).filter((product) =>
        matches(`${allWords(product.name)} ${product.category} ${product.aisle} ${product.id}`, filter),
      ),
    [all, filter],
  );

  return (
    <>
      <div className="pair">
        <ImportPanel
          route="manager/import-products"
          sample={productSample}
          sampleName="products.csv"
          title={<Trans id="manager.import.products" message="Import products" />}
          lead={
            <Trans
              id="manager.import.products.lead"
              message="Adds products and updates those with the same id. Nothing is removed."
            />
          }
          onDone={loaded.reload}
        />
        <ImportPanel
          route="manager/import-purchases"
          sample={purchaseSample}
          sampleName="purchases.csv"
          title={<Trans id="manager.import.purchases" message="Import purchases" />}
          lead={
            <Trans
              id="manager.import.purchases.lead"
              message="Rows of customers who did not agree to the use of their purchases are refused, never stored. An empty customer is an anonymous receipt."
            />
          }
          onDone={loaded.reload}
        />
      </div>
      <WhenLoaded loaded={loaded}>
        {({ items }) => (
          <>
            <div className="table-tools">
              <Field
                label={<Trans id="manager.products.filter" message="Filter products" />}
                type="search"
                value={filter}
                onChange={(text) => {
                  setFilter(text);
                  setLimit(AT_ONCE);
                }}
              />
              <p role="status" className="soft">
                <Trans
                  id="manager.products.count"
                  message="{found, plural, one {# product} other {# products}} of {all}"
                  values={{ found: found.length, all: items.length }}
                />
              </p>
            </div>
            <KioskLanguages words={items.map(({ name }) => name)} />
            <DataTable
              caption={<Trans id="manager.products.table" message="Products" />}
              rows={found.slice(0, limit)}
              rowId={(product) => product.id}
              empty={
                items.length === 0 ? (
                  <Trans
                    id="manager.products.empty"
                    message="No products yet. Save the sample file above, put your products in it with a spreadsheet, and choose it again under “Import products”."
                  />
                ) : (
                  <Trans id="manager.products.none" message="No product matches this filter." />
                )
              }
              columns={[
                {
                  id: 'name',
                  heading: i18n._({ id: 'manager.products.name', message: 'Name' }),
                  key: (product) => wordsIn(product.name, language),
                  cell: (product) => <StoreText words={product.name} />,
                },
                {
                  id: 'category',
                  heading: i18n._({ id: 'manager.products.category', message: 'Category' }),
                  key: (product) => product.category,
                  cell: (product) => product.category,
                },
                {
                  id: 'aisle',
                  heading: i18n._({ id: 'manager.products.aisle', message: 'Aisle' }),
                  key: (product) => product.aisle,
                  cell: (product) => product.aisle,
                },
                {
                  id: 'stock',
                  heading: i18n._({ id: 'manager.products.stock', message: 'Stock' }),
                  key: (product) => product.stock,
                  cell: (product) =>
                    product.stock === 0
                      ? i18n._({ id: 'manager.products.no-stock', message: 'none' })
                      : i18n.number(product.stock),
                  figure: true,
                },
                {
                  id: 'price',
                  heading: i18n._({ id: 'manager.offers.price', message: 'Price' }),
                  key: (product) => product.priceCents,
                  cell: (product) => money(product.priceCents, language),
                  figure: true,
                },
                {
                  id: 'id',
                  heading: i18n._({ id: 'manager.products.id', message: 'Id' }),
                  key: (product) => product.id,
                  cell: (product) => product.id,
                },
              ]}
            />
            {found.length > limit && (
              <Button onPress={() => setLimit(limit + AT_ONCE)}>
                <Trans id="manager.products.more" message="Show more" />
              </Button>
            )}
          </>
        )}
      </WhenLoaded>
    </>
  );
}
