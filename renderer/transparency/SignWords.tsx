import { Trans } from '@lingui/react';
import type { TransparencyFacts } from '../../shared/contract/index.ts';

/** The sign in one language: what a passer-by must know before coming near (AI Act Article 50(3), GDPR Article 13). */
export function SignWords({ facts }: { readonly facts: TransparencyFacts }) {
  const { cameraOffered, controller, pages } = facts;
  return (
    <>
      <h2>
        {cameraOffered ? (
          <Trans id="sign.title.camera" message="This kiosk has a camera. It is off unless you say yes." />
        ) : (
          <Trans id="sign.title" message="This kiosk uses no camera." />
        )}
      </h2>
      <ul>
        {cameraOffered && (
          <>
            <li>
              <Trans
                id="sign.emotion"
                message="After a yes, a program estimates from a face whether something bothers you (emotion recognition). It decides nothing alone."
              />
            </li>
            <li>
              <Trans
                id="sign.nothing"
                message="No picture is kept. Nobody is identified. It is on only while the screen says so."
              />
            </li>
          </>
        )}
        <li>
          <Trans id="sign.beacon" message="It hears the Bluetooth beacons of members. All others are forgotten within seconds." />
        </li>
        <li>
          <Trans id="sign.here" message="Everything stays in this store." />
        </li>
      </ul>
      <p className="sign-more">
        {controller.name === '' ? (
          <Trans id="sign.ask" message="More: ask the kiosk or our team." />
        ) : (
          <Trans
            id="sign.who"
            message="{name} answers: {contact}."
            values={{ name: controller.name, contact: controller.contact }}
          />
        )}{' '}
        {pages.length > 0 && <Trans id="sign.scan" message="Scan the code on the store’s Wi-Fi for details." />}
      </p>
    </>
  );
}
