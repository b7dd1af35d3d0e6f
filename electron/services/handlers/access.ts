import type { accessRoutes } from '../../../shared/contract/index.ts';
import { done, type HandlersOf, type UseCases } from './use-cases.ts';

/** How the kiosk stands before people. */
export function accessHandlers({ access, kiosk }: UseCases): HandlersOf<typeof accessRoutes> {
  return {
    'kiosk/screen': done((pixels) => access.measured(pixels)),
    'kiosk/unhurried': done(({ unhurried }) => kiosk.dispatch({ type: 'unhurried', unhurried })),
    'manager/access': () => access.overview(),
    'manager/access-save': done((settings) => access.save(settings)),
  };
}
