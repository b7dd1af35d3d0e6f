import { Trans } from '@lingui/react';
import { Page, WhenLoaded } from '../parts/Page.tsx';
import { useLoaded } from '../use-house.tsx';
import { ControllerForm } from './ControllerForm.tsx';

export function TransparencyPage() {
  const loaded = useLoaded('manager/controller', {});
  return (
    <Page
      title={<Trans id="manager.section.transparency" message="What shoppers are told" />}
      lead={
        <Trans
          id="manager.transparency.lead"
          message="A sign for the wall and a page for telephones, in both languages. Both follow what this store really uses."
        />
      }
    >
      <section className="panel">
        <ul>
          <li>
            <a href="/sign" target="_blank" rel="noreferrer">
              <Trans id="manager.transparency.sign" message="Print the sign for the kiosk" />
            </a>
          </li>
          <li>
            <a href="/transparency" target="_blank" rel="noreferrer">
              <Trans id="manager.transparency.page" message="See the page for shoppers" />
            </a>
          </li>
        </ul>
        <p className="soft">
          <Trans
            id="manager.transparency.warning"
            message="A shopper’s telephone does not know this store’s certificate and will warn before it opens the page. The kiosk shows the same words."
          />
        </p>
      </section>
      <WhenLoaded loaded={loaded}>{(controller) => <ControllerForm controller={controller} />}</WhenLoaded>
    </Page>
  );
}
