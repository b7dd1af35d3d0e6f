import { Trans, useLingui } from '@lingui/react';
import { encode } from 'uqr';
import { useCountdown } from '../state/use-countdown.ts';

/** Light modules around the code, as the QR standard demands. */
const QUIET = 4;

/** A key for a beacon app, drawn for its camera. It stands nowhere in words, and goes with the screen. */
export function PhoneCode({ uri, remainingMs }: { readonly uri: string; readonly remainingMs: number }) {
  const { i18n } = useLingui();
  const left = useCountdown(remainingMs);
  const { data, size } = encode(uri, { ecc: 'M', border: QUIET });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <figure className="phone-code">
      <svg
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={i18n._({ id: 'phone.code', message: 'Code to scan with your beacon app' })}
        shapeRendering="crispEdges"
      >
        <path d={dark.join('')} />
      </svg>
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
