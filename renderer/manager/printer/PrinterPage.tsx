import { Trans } from '@lingui/react';
import { Page, WhenLoaded } from '../parts/Page.tsx';
import { useLoaded } from '../use-house.tsx';
import { PrinterForm } from './PrinterForm.tsx';

export function PrinterPage() {
  const loaded = useLoaded('manager/printer', {});
  return (
    <Page
      title={<Trans id="manager.section.printer" message="Slip printer" />}
      lead={
        <Trans
          id="manager.printer.lead"
          message="Shoppers can take a product’s place, an offer or a receipt with them on paper. Without a printer, no button for it is shown."
        />
      }
    >
      <WhenLoaded loaded={loaded}>{(settings) => <PrinterForm settings={settings} />}</WhenLoaded>
    </Page>
  );
}
