import { Trans } from '@lingui/react';
import { EyeOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { CameraNote as Note, VisitView } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { send } from '../state/commands.ts';

/** Why the camera is off, in words for whoever stands before it. */
function because(reason: Note): ReactNode {
  switch (reason) {
    case 'second-face':
      return <Trans id="camera.note.second-face" message="Somebody else was in the picture, so the camera is off." />;
    case 'nobody':
      return <Trans id="camera.note.nobody" message="The camera saw no face for ten seconds, so it is off." />;
    case 'dark':
      return <Trans id="camera.note.dark" message="The camera sees only black, so it is off. Its lens may be covered." />;
    case 'frozen':
      return <Trans id="camera.note.frozen" message="The camera’s picture stood still, so it is off." />;
    case 'denied':
      return <Trans id="camera.note.denied" message="This kiosk is not allowed to use its camera. It is off." />;
    case 'unavailable':
      return <Trans id="camera.note.unavailable" message="The camera gives no picture, so it is off. All else works." />;
    case 'hidden':
      return <Trans id="camera.note.hidden" message="This screen was not in view, so the camera is off." />;
    case 'unlinked':
      return <Trans id="camera.note.unlinked" message="This kiosk lost its connection, so the camera is off." />;
    case 'fault':
      return <Trans id="camera.note.fault" message="The camera’s program stopped, so the camera is off. All else works." />;
  }
}

/** Says why the camera went off by itself. Where the shopper's yes still covers it, one tap starts it again. */
export function CameraNote({ note }: { readonly note: NonNullable<VisitView['cameraNote']> }) {
  const [failed, setFailed] = useState(false);
  const resume = async () => setFailed((await send('kiosk/camera-resume', {})) === null);
  return (
    <section className="strip strip-camera" role="status">
      <EyeOff className="icon" aria-hidden="true" />
      <p className="strip-words">
        {because(note.reason)}
        {failed && (
          <>
            {' '}
            <Trans id="camera.note.failed" message="It could not be started." />
          </>
        )}
      </p>
      <div className="answers">
        {note.resumable && (
          <Button onPress={() => void resume()}>
            <Trans id="camera.note.resume" message="Start it again" />
          </Button>
        )}
        <Button onPress={() => void send('kiosk/camera-note-read', {})}>
          <Trans id="camera.note.close" message="Leave it off" />
        </Button>
      </div>
    </section>
  );
}
