import { Trans, useLingui } from '@lingui/react';
import type { WalkView } from '../../../shared/contract/index.ts';
import { onStrip } from '../zones/scale.ts';

/** How strongly each receiver of the zone hears the carried beacon now. */
export function LiveLevels({ heard }: { readonly heard: WalkView['heard'] }) {
  const { i18n } = useLingui();
  return (
    <ul className="walk-live">
      {heard.map(({ receiver, dbm, ageMs }) => (
        <li key={receiver}>
          <span className="walk-live-name">{receiver}</span>
          <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect className="strip-far" width="100" height="10" />
            {dbm !== null && (
              <rect className="walk-live-bar" width="100" height="10" style={{ transform: `scaleX(${onStrip(dbm)})` }} />
            )}
          </svg>
          <span className="figure">
            {dbm !== null ? (
              `${i18n.number(Math.round(dbm))} dBm`
            ) : ageMs === null ? (
              <Trans id="manager.walk.never" message="not heard" />
            ) : (
              <Trans id="manager.walk.silent" message="silent for {seconds} s" values={{ seconds: ageMs / 1000 }} />
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
