import { Trans } from '@lingui/react';
import { Unplug } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Notice } from '../../ui/Notice.tsx';
import { useStation } from '../state/station.ts';

/** A reconnection that takes less is nobody's business. */
const GRACE_MS = 1_500;

/** Says in words that the station does not answer, on whatever screen that happens. */
export function LinkStrip() {
  const lost = useStation((s) => s.link === 'lost');
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(lost), lost ? GRACE_MS : 0);
    return () => clearTimeout(timer);
  }, [lost]);
  if (!shown) return null;
  return (
    <div className="strip">
      <Notice
        tone="problem"
        icon={<Unplug className="icon" aria-hidden="true" />}
        title={<Trans id="link.lost" message="This kiosk has lost its connection to the store." />}
      >
        <p>
          <Trans id="link.lost.what" message="What you typed is kept. We are trying again. Our team is nearby if you prefer." />
        </p>
      </Notice>
    </div>
  );
}
