import type { cameraRoutes } from '../../../shared/contract/index.ts';
import { CallerError } from '../../../shared/errors.ts';
import { mayResume } from '../../../shared/visit/reduce.ts';
import { withdraw } from '../withdraw.ts';
import { done, type HandlersOf, type UseCases } from './use-cases.ts';

/** The routes by which the kiosk's page and the station agree on the camera. */
export function cameraHandlers(use: UseCases): HandlersOf<typeof cameraRoutes> {
  const { consents, hours, kiosk } = use;
  return {
    'kiosk/camera-stopped': done(({ reason }) => {
      if (reason === 'shopper') return withdraw(use, 'camera');
      kiosk.stopCamera(reason);
    }),
    'kiosk/camera-resume': done(() => {
      const visit = kiosk.visit();
      if (!mayResume(visit) || !hours.settings().cameraOffered || !consents.allows(visit.id, 'camera'))
        throw new CallerError('no-consent', 'the camera needs a new yes', 403);
      kiosk.dispatch({ type: 'camera-resumed' });
      kiosk.session().notice({ kind: 'camera-on' });
    }),
    'kiosk/camera-note-read': done(() => kiosk.dispatch({ type: 'camera-note-read' })),
  };
}
