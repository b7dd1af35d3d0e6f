import { Trans } from '@lingui/react';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { SprigArt } from '../art/SprigArt.tsx';
import { Scene } from '../layout/Scene.tsx';
import { useStation } from '../state/station.ts';

/** Before the first word from the station: the shape of the screen, and words only if it takes too long. */
export function Opening() {
  const lost = useStation((s) => s.link === 'lost');
  if (!lost) return <Skeleton width="40%" height="4rem" />;
  return (
    <Scene
      told
      onBack={null}
      picture={<SprigArt />}
      title={<Trans id="opening.lost" message="This kiosk is getting ready." />}
      lead={<Trans id="opening.lost.more" message="Our team is in the store and glad to help you." />}
    />
  );
}
