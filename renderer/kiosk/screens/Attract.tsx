import { Trans } from '@lingui/react';
import { ConciergeBell, Eye, Search } from 'lucide-react';
import type { KioskSnapshot } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { time } from '../../ui/format.ts';
import { StillLife } from '../art/StillLife.tsx';
import { useComfort } from '../state/comfort.ts';
import { wake } from '../state/commands.ts';
import { setPanel } from '../state/view.ts';

/** Reading about the kiosk begins no visit. */
function AboutLink() {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: it only keeps the touch from waking the kiosk; the button is the control
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div className="attract-about" onClick={(event) => event.stopPropagation()}>
      <Button look="bare" onPress={() => setPanel('about')}>
        <Trans id="about.open" message="What this kiosk does with your data" />
      </Button>
    </div>
  );
}

/** Nobody is there. The first touch only wakes the kiosk. */
export function Attract({ store }: { readonly store: KioskSnapshot['store'] }) {
  const language = useComfort((c) => c.language);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button inside does the same for a keyboard
    // biome-ignore lint/a11y/noStaticElementInteractions: touching anywhere is a convenience, the button is the control
    <div className="attract" onClick={() => void wake()}>
      <div className="attract-scene">
        <StillLife />
      </div>
      <div className="attract-words">
        <h1 className="serif attract-name">{store.name}</h1>
        <p className="lead attract-hours">
          {store.today ? (
            <Trans
              id="attract.open"
              message="Open today from {opens} to {closes}"
              values={{ opens: time(store.today.opens, language), closes: time(store.today.closes, language) }}
            />
          ) : (
            <Trans id="attract.closed" message="Closed today" />
          )}
        </p>
        <ul className="attract-list">
          <li>
            <Search className="icon" aria-hidden="true" />
            <Trans id="attract.find" message="Find a product, its aisle and its price" />
          </li>
          <li>
            <ConciergeBell className="icon" aria-hidden="true" />
            <Trans id="attract.person" message="Have a member of the team come to you" />
          </li>
          <li>
            <Eye className="icon" aria-hidden="true" />
            <Trans id="attract.camera" message="No camera unless you say so" />
          </li>
        </ul>
        <AboutLink />
        <Button className="attract-start" onPress={() => void wake()}>
          <Trans id="attract.start" message="Touch the screen to begin" />
        </Button>
      </div>
    </div>
  );
}
