import { Trans } from '@lingui/react';
import { Page, WhenLoaded } from '../parts/Page.tsx';
import { useLoaded } from '../use-house.tsx';
import { StoreForm } from './StoreForm.tsx';

export function StorePage() {
  const loaded = useLoaded('manager/store', {});
  return (
    <Page
      title={<Trans id="manager.section.store" message="Store" />}
      lead={<Trans id="manager.store.lead" message="What the kiosk says about the store, and whether it may offer its camera." />}
    >
      <WhenLoaded loaded={loaded}>{(settings) => <StoreForm settings={settings} />}</WhenLoaded>
    </Page>
  );
}
