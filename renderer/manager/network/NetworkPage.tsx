import { Trans, useLingui } from '@lingui/react';
import type { NetworkStanding } from '../../../shared/contract/index.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Page, WhenLoaded } from '../parts/Page.tsx';
import { useLoaded } from '../use-house.tsx';
import { Certificate } from './Certificate.tsx';
import { HandOut } from './HandOut.tsx';
import { troubleWords } from './network-words.ts';
import './network.css';

/** How phones reach the station, and whether anybody can read along. */
export function NetworkPage() {
  const loaded = useLoaded('manager/network', {});
  return (
    <Page
      title={<Trans id="manager.section.network" message="Network" />}
      lead={<Trans id="manager.network.lead" message="How phones reach the staff page, and how they know that it is yours." />}
    >
      <WhenLoaded loaded={loaded}>{(standing) => <Standing standing={standing} reload={loaded.reload} />}</WhenLoaded>
    </Page>
  );
}

function Standing({ standing, reload }: { readonly standing: NetworkStanding; readonly reload: () => Promise<void> }) {
  const { i18n } = useLingui();
  const { authority, certificate, handOut, mode, origins, renewsItself, troubles } = standing;
  return (
    <>
      {troubles.map((trouble) => (
        <Notice key={trouble} tone={troubleWords[trouble].tone} title={i18n._(troubleWords[trouble].title)}>
          {i18n._(troubleWords[trouble].remedy)}
        </Notice>
      ))}
      {mode === 'here' && (
        <Notice title={<Trans id="manager.network.here" message="The station answers on this machine only" />}>
          <Trans
            id="manager.network.here.remedy"
            message="Phones cannot reach the staff page yet. The person who installed the kiosk can open it to the store’s network with a certificate: the command is “prevenance tls init”."
          />
        </Notice>
      )}
      {mode === 'open' && (
        <Notice tone="problem" title={<Trans id="manager.network.open" message="The network side is not encrypted" />}>
          <Trans
            id="manager.network.open.remedy"
            message="Everybody on this network can read PINs, passwords and sessions. Phones cannot ring while locked, and no passkey works. Ask for a certificate."
          />
        </Notice>
      )}
      {mode === 'secure' && troubles.length === 0 && (
        <Notice tone="good" title={<Trans id="manager.network.secure" message="Encrypted" />}>
          <Trans
            id="manager.network.secure.words"
            message="Nobody on the network can read what phones and the station say to each other."
          />
        </Notice>
      )}
      {origins.length > 0 && (
        <section className="panel">
          <h2>
            <Trans id="manager.network.addresses" message="Addresses for phones" />
          </h2>
          <ul className="addresses">
            {origins.map((origin) => (
              <li key={origin}>
                <code translate="no">{origin}/staff</code>
              </li>
            ))}
          </ul>
          {certificate !== null && (
            <Certificate
              certificate={certificate}
              renewal={
                renewsItself ? (
                  <Trans id="manager.network.renews-itself" message="The station renews it by itself, 30 days early." />
                ) : (
                  <Trans
                    id="manager.network.renewed-outside"
                    message="Whoever issued it renews it. The station takes over the new files within half a minute."
                  />
                )
              }
            />
          )}
        </section>
      )}
      {authority !== null && (
        <section className="panel">
          <h2>
            <Trans id="manager.network.authority" message="The store’s authority" />
          </h2>
          <p>
            <Trans
              id="manager.network.authority.words"
              message="Phones trust the station once they have installed this. It can vouch for the addresses above and for nothing else."
            />
          </p>
          <Certificate
            certificate={authority}
            renewal={
              <Trans id="manager.network.authority.renewal" message="Made anew by hand; every phone then installs the new one." />
            }
          />
          <HandOut handOut={handOut} reload={reload} />
          <p>
            <a
              className="download"
              href={`data:application/x-pem-file,${encodeURIComponent(authority.pem)}`}
              download="store-ca.pem"
            >
              <Trans id="manager.network.download" message="Download it for device management (MDM)" />
            </a>
          </p>
        </section>
      )}
    </>
  );
}
