import { Trans } from '@lingui/react';
import type { ReactNode } from 'react';
import type { NetworkStanding } from '../../../shared/contract/index.ts';
import { spoken } from '../../i18n/setup.ts';
import { date } from '../../ui/format.ts';

/** Four lines of eight pairs: an eye that compares two fingerprints can keep its place. */
export function Fingerprint({ value }: { readonly value: string }) {
  return (
    <code className="fingerprint" translate="no">
      {(value.match(/[0-9A-F]{2}(?::[0-9A-F]{2}){0,7}/g) ?? []).map((line) => (
        <span key={line}>{line}</span>
      ))}
    </code>
  );
}

/** Until when a certificate is good, and how to recognise it. */
export function Certificate(props: {
  readonly certificate: NonNullable<NetworkStanding['certificate']>;
  readonly renewal: ReactNode;
}) {
  const { expiresAt, daysLeft, fingerprint } = props.certificate;
  return (
    <dl className="certificate">
      <div>
        <dt>
          <Trans id="manager.network.valid-until" message="Valid until" />
        </dt>
        <dd>
          {date(expiresAt, spoken())}{' '}
          <span className="soft">
            <Trans
              id="manager.network.days-left"
              message="({days, plural, one {# day left} other {# days left}})"
              values={{ days: daysLeft }}
            />
          </span>
        </dd>
      </div>
      <div>
        <dt>
          <Trans id="manager.network.renewal" message="Renewal" />
        </dt>
        <dd>{props.renewal}</dd>
      </div>
      <div>
        <dt>
          <Trans id="manager.network.fingerprint" message="Fingerprint (SHA-256)" />
        </dt>
        <dd>
          <Fingerprint value={fingerprint} />
        </dd>
      </div>
    </dl>
  );
}
