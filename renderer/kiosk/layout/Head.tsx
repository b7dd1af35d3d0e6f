import { Trans, useLingui } from '@lingui/react';
import { Eye, EyeOff } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Button } from '../../ui/Button.tsx';
import { useStation, useVisit } from '../state/station.ts';
import { goTo, setPanel, useView } from '../state/view.ts';

interface HeadProps {
  /** The first scene reaches to the top of the screen and says the store's name itself. */
  readonly bare: boolean;
  /** True exactly while the camera's track is live. */
  readonly cameraLive: boolean;
  readonly stopCamera: () => void;
}

/** Whose kiosk this is, and whether its camera is on. */
export function Head({ bare, cameraLive, stopCamera }: HeadProps) {
  const { i18n } = useLingui();
  const snapshot = useStation((s) => s.snapshot);
  const visit = useVisit();
  const screen = useView((v) => v.screen);
  const panel = useView((v) => v.panel);
  return (
    <header className={bare ? 'head head-bare' : 'head'}>
      {!bare && <p className="head-store serif">{snapshot?.store.name}</p>}
      {snapshot?.demo && (
        <p className="head-demo small">
          <Trans id="head.demo" message="Demonstration" />
        </p>
      )}
      <div className="head-camera">
        {cameraLive ? (
          <>
            {panel !== 'sees' && (
              <Button look="bare" className="camera-see" onPress={() => setPanel('sees')}>
                <Trans id="camera.see" message="What it sees" />
              </Button>
            )}
            <div className="camera-pill">
              <Eye className="icon" aria-hidden="true" />
              <Trans id="camera.on" message="Camera on" />
              <span aria-hidden="true">·</span>
              <AriaButton
                className="camera-stop"
                onPress={stopCamera}
                aria-label={i18n._({ id: 'camera.stop', message: 'Stop camera' })}
              >
                <Trans id="camera.stop.short" message="Stop" />
              </AriaButton>
            </div>
          </>
        ) : (
          visit &&
          snapshot?.store.cameraOffered &&
          screen !== 'camera' && (
            <Button
              look="bare"
              className="camera-off"
              icon={<EyeOff className="icon" aria-hidden="true" />}
              onPress={() => goTo('camera')}
            >
              <Trans id="camera.off" message="Camera off" />
            </Button>
          )
        )}
      </div>
    </header>
  );
}
