import { Trans } from '@lingui/react';
import { ConciergeBell, EyeOff, type LucideIcon, Pause, Play, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import type { KioskSnapshot, Language } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { ShopWindow } from '../art/ShopWindow.tsx';
import { Dimmer } from '../attract/Dimmer.tsx';
import { DayWords, OpenWords } from '../attract/Hours.tsx';
import { togglePause, usePause } from '../attract/pause.ts';
import { Twice } from '../attract/Twice.tsx';
import { useDrift } from '../attract/use-drift.ts';
import { wake } from '../state/commands.ts';
import { setPanel } from '../state/view.ts';

/** A control of the first scene that begins no visit. */
function Apart({ className, children }: { readonly className: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: it only keeps the touch from waking the kiosk; the button is the control
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div className={className} onClick={(event) => event.stopPropagation()}>
      {children}
    </div>
  );
}

function PauseButton() {
  const paused = usePause((p) => p.paused);
  const Icon = paused ? Play : Pause;
  return (
    <Apart className="attract-pause">
      <Button look="quiet" icon={<Icon className="icon" aria-hidden="true" />} onPress={togglePause}>
        {paused ? <Trans id="attract.resume" message="Let it move" /> : <Trans id="attract.pause" message="Pause" />}
      </Button>
    </Apart>
  );
}

function Service({ icon: Icon, say }: { readonly icon: LucideIcon; readonly say: (language: Language) => ReactNode }) {
  return (
    <li>
      <Icon className="icon" aria-hidden="true" />
      <span className="attract-pair">
        <Twice say={say} />
      </span>
    </li>
  );
}

/** Nobody is there: the shop's front, its hours, and what this kiosk is good for. The first touch only wakes the kiosk. */
export function Attract({ store, look }: Pick<KioskSnapshot, 'store' | 'look'>) {
  const paused = usePause((p) => p.paused);
  const { opening } = store;
  useDrift();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button inside does the same for a keyboard
    // biome-ignore lint/a11y/noStaticElementInteractions: touching anywhere is a convenience, the button is the control
    <div className="attract" data-paused={paused} data-open={opening.kind === 'open'} onClick={() => void wake()}>
      <div className="attract-front">
        <div className="attract-sign">
          <h1 className="serif attract-name drifts">
            {look.logo === null ? store.name : <img className="attract-logo" src={`/${look.logo}`} alt={store.name} />}
          </h1>
        </div>
        <div className="attract-window">
          <ShopWindow />
          <div className="awning drifts" aria-hidden="true" />
          <PauseButton />
        </div>
      </div>
      <div className="attract-words drifts">
        <div className="attract-hours">
          <p className="serif attract-now">
            <Twice say={(language) => <OpenWords opening={opening} language={language} />} />
          </p>
          <p className="attract-day">
            <Twice say={(language) => <DayWords opening={opening} language={language} />} />
          </p>
        </div>
        <ul className="attract-list">
          <Service icon={Search} say={() => <Trans id="attract.find" message="Find a product, its aisle and its price" />} />
          <Service
            icon={ConciergeBell}
            say={() => <Trans id="attract.person" message="Have a member of the team come to you" />}
          />
          <Service icon={EyeOff} say={() => <Trans id="attract.camera" message="No camera unless you say so" />} />
        </ul>
        <Button className="attract-start" onPress={() => void wake()}>
          <span className="attract-pair">
            <Twice say={() => <Trans id="attract.start" message="Touch the screen to begin" />} />
          </span>
        </Button>
        <Apart className="attract-about">
          <Button look="bare" onPress={() => setPanel('about')}>
            <Trans id="about.open" message="What this kiosk does with your data" />
          </Button>
        </Apart>
      </div>
      <Dimmer minutes={look.dimAfterMinutes} />
    </div>
  );
}
