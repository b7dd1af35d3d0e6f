import { Trans, useLingui } from '@lingui/react';
import { QrCode } from '../../ui/QrCode.tsx';
import { useCountdown } from '../state/use-countdown.ts';

/** A key for a beacon app, drawn for its camera. It stands nowhere in words, and goes with the screen. */
export function PhoneCode({ uri, remainingMs }: { readonly uri: string; readonly remainingMs: number }) {
  const { i18n } = useLingui();
  const left = useCountdown(remainingMs);
  return (
    <figure className="phone-code">
      <QrCode text={uri} label={i18n._({ id: 'phone.code', message: 'Code to scan with your beacon app' })} />
      <figcaption className="figures">
        <Trans
          id="enrol.left"
          message="{seconds, plural, one {# second left} other {# seconds left}}"
          values={{ seconds: Math.ceil(left / 1000) }}
        />
      </figcaption>
    </figure>
  );
}
