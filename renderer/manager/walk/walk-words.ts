import type { I18n, MessageDescriptor } from '@lingui/core';
import type { WalkView } from '../../../shared/contract/index.ts';

type Spot = WalkView['spots'][number];

/** "Inside 2" */
export const spotName = ({ place, number }: Spot, i18n: I18n): string =>
  place === 'inside'
    ? i18n._({ id: 'manager.walk.spot.inside', message: 'Inside {number}', values: { number } })
    : i18n._({ id: 'manager.walk.spot.outside', message: 'Outside {number}', values: { number } });

export const troubleWords: Readonly<Record<NonNullable<Spot['trouble']>, MessageDescriptor>> = {
  silent: /*i18n*/ {
    id: 'manager.walk.trouble.silent',
    message: 'Nothing was heard here. It counts as out of reach once the beacon is heard again; until then it is left out.',
  },
  'out-of-reach': /*i18n*/ { id: 'manager.walk.trouble.out-of-reach', message: 'Out of reach here: nothing was heard.' },
  sparse: /*i18n*/ {
    id: 'manager.walk.trouble.sparse',
    message: 'Hardly anything was heard. A beacon that sends at least once a second gives a surer answer.',
  },
};
