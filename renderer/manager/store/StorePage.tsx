import { Trans } from '@lingui/react';
import { Page, WhenLoaded } from '../parts/Page.tsx';
import { ScreenForm } from '../screen/ScreenForm.tsx';
import { useLoaded } from '../use-house.tsx';
import { SpecialDays } from './SpecialDays.tsx';
import { StoreForm } from './StoreForm.tsx';

export function StorePage() {
  const loaded = useLoaded('manager/store', {});
  const special = useLoaded('manager/special-days', {});
  const access = useLoaded('manager/access', {});
  return (
    <Page
      title={<Trans id="manager.section.store" message="Store" />}
      lead={
        <Trans
          id="manager.store.lead"
          message="What the kiosk says about the store, whether it may offer its camera, and how it hangs on its wall."
        />
      }
    >
      <WhenLoaded loaded={loaded}>{(settings) => <StoreForm settings={settings} />}</WhenLoaded>
      <WhenLoaded loaded={special}>{({ days }) => <SpecialDays days={days} />}</WhenLoaded>
      <WhenLoaded loaded={access}>{(answer) => <ScreenForm loaded={answer} />}</WhenLoaded>
    </Page>
  );
}
