import type { transparencyRoutes } from '../../../shared/contract/index.ts';
import { done, type HandlersOf, type UseCases } from './use-cases.ts';

/** The routes behind the sign, the page for shoppers, and the manager's part of both. */
export function transparencyHandlers({ transparency }: UseCases): HandlersOf<typeof transparencyRoutes> {
  return {
    transparency: () => transparency.facts(),
    'manager/controller': () => transparency.controller(),
    'manager/controller-save': done((controller) => transparency.save(controller, 'manager')),
  };
}
