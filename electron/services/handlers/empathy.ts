import type { empathyRoutes } from '../../../shared/contract/index.ts';
import { done, type HandlersOf, type UseCases } from './use-cases.ts';

/** How the estimate is made, for the manager. */
export function empathyHandlers({ empathy }: UseCases): HandlersOf<typeof empathyRoutes> {
  return {
    'manager/empathy': () => empathy.overview(),
    'manager/empathy-save': done(({ settings, from }) => empathy.save(settings, from)),
  };
}
