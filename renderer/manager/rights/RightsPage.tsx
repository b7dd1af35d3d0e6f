import { Trans } from '@lingui/react';
import { Page } from '../parts/Page.tsx';
import { ConsentTexts } from './ConsentTexts.tsx';
import { CustomerRequest } from './CustomerRequest.tsx';
import { RetentionPanel } from './RetentionPanel.tsx';
import './rights.css';

/** What shoppers are asked, what they may ask of the store, and when they are forgotten. */
export function RightsPage() {
  return (
    <Page
      title={<Trans id="manager.section.rights" message="Consent and rights" />}
      lead={
        <Trans
          id="manager.rights.lead"
          message="The words shoppers agree to, what they may ask of the store, and when they are forgotten."
        />
      }
    >
      <ConsentTexts />
      <CustomerRequest />
      <RetentionPanel />
    </Page>
  );
}
