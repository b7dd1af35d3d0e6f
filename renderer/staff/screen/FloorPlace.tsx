import { useLingui } from '@lingui/react';
import { useEffect, useState } from 'react';
import type { FloorView } from '../../../shared/contract/index.ts';
import { call } from '../../api.ts';
import { FloorThumb } from '../../ui/FloorThumb.tsx';

/** Where a place is on the store's plan; nothing where no plan shows it. It never holds up the card. */
export function FloorPlace({ place }: { readonly place: string }) {
  const { i18n } = useLingui();
  const [floor, setFloor] = useState<FloorView | null>(null);
  useEffect(() => {
    let gone = false;
    call('staff/floor-plan', { place })
      .then((answer) => {
        if (!gone) setFloor(answer.floor);
      })
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [place]);
  if (floor === null || (floor.zone === null && floor.kiosk === null)) return null;
  const label = i18n._({ id: 'staff.floor', message: 'Plan of the store with “{place}” on it', values: { place } });
  return <FloorThumb floor={floor} label={label} />;
}
