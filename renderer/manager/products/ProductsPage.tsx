import { Trans, useLingui } from '@lingui/react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { Page } from '../parts/Page.tsx';
import { Catalogue } from './Catalogue.tsx';
import { SynonymsPanel } from './SynonymsPanel.tsx';

/** What is sold, and what shoppers call it. Both tabs stay as they were left. */
export function ProductsPage() {
  const { i18n } = useLingui();
  return (
    <Page
      title={<Trans id="manager.section.products" message="Products and imports" />}
      lead={<Trans id="manager.products.lead" message="The catalogue and the purchases come from files your till can export." />}
    >
      <Tabs className="tab-panel">
        <TabList className="tabs" aria-label={i18n._({ id: 'manager.section.products', message: 'Products and imports' })}>
          <Tab id="catalogue" className="tab">
            <Trans id="manager.products.catalogue" message="Catalogue" />
          </Tab>
          <Tab id="words" className="tab">
            <Trans id="manager.products.words" message="Shoppers’ words" />
          </Tab>
        </TabList>
        <TabPanel id="catalogue" className="tab-panel" shouldForceMount>
          <Catalogue />
        </TabPanel>
        <TabPanel id="words" className="tab-panel" shouldForceMount>
          <SynonymsPanel />
        </TabPanel>
      </Tabs>
    </Page>
  );
}
