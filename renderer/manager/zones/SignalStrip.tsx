import { useLingui } from '@lingui/react';
import { band, onStrip, STRONGEST_DBM, WEAKEST_DBM } from './scale.ts';

const WIDTH = 1000;
const x = (dbm: number) => onStrip(dbm) * WIDTH;

/** Far, in between, near; and where the strongest customer's beacon is right now. Said in words underneath. */
export function SignalStrip({
  near,
  far,
  live,
}: {
  readonly near: number;
  readonly far: number;
  readonly live: number | null | 'unknown';
}) {
  const { i18n } = useLingui();
  const words = () => {
    if (live === 'unknown')
      return i18n._({ id: 'manager.strip.unknown', message: 'Live signals appear once the zone is saved.' });
    if (live === null) return i18n._({ id: 'manager.strip.none', message: 'No customer’s beacon is heard right now.' });
    const values = { live: i18n.number(live) };
    switch (band(live, near, far)) {
      case 'near':
        return i18n._({ id: 'manager.strip.near', message: 'Strongest signal now: {live} dBm, near.', values });
      case 'between':
        return i18n._({
          id: 'manager.strip.between',
          message: 'Strongest signal now: {live} dBm, between the boundaries: nothing changes.',
          values,
        });
      case 'far':
        return i18n._({ id: 'manager.strip.far', message: 'Strongest signal now: {live} dBm, far.', values });
    }
  };
  return (
    <figure className="strip">
      <svg viewBox={`0 0 ${WIDTH} 44`} preserveAspectRatio="none" aria-hidden="true">
        <rect className="strip-far" x="0" y="8" width={x(far)} height="28" />
        <rect className="strip-between" x={x(far)} y="8" width={Math.max(0, x(near) - x(far))} height="28" />
        <rect className="strip-near" x={x(near)} y="8" width={WIDTH - x(near)} height="28" />
        {typeof live === 'number' && (
          <rect className="strip-live" x="-3" y="0" width="6" height="44" style={{ transform: `translateX(${x(live)}px)` }} />
        )}
      </svg>
      <div className="strip-ends small soft" aria-hidden="true">
        <span>{i18n._({ id: 'manager.strip.weak', message: 'far, {dbm} dBm', values: { dbm: i18n.number(WEAKEST_DBM) } })}</span>
        <span>
          {i18n._({ id: 'manager.strip.strong', message: 'near, {dbm} dBm', values: { dbm: i18n.number(STRONGEST_DBM) } })}
        </span>
      </div>
      <figcaption>
        {i18n._({
          id: 'manager.strip.bounds',
          message: 'Near from {near} dBm, far below {far} dBm.',
          values: { near: i18n.number(near), far: i18n.number(far) },
        })}{' '}
        {words()}
      </figcaption>
    </figure>
  );
}
