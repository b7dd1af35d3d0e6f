import type { planRoutes } from '../../../shared/contract/plan.ts';
import { done, type HandlersOf, type UseCases } from './use-cases.ts';

/** The floor plan, for the manager who draws it and the employees who are called somewhere on it. */
export const planHandlers = ({ floorPlans }: UseCases): HandlersOf<typeof planRoutes> => ({
  'manager/plan': () => floorPlans.read(),
  'manager/plan-save': ({ plan, from }) => floorPlans.save(plan, from),
  'manager/plan-delete': done(() => floorPlans.remove()),
  'manager/plan-picture-save': done((bytes) => floorPlans.savePicture(bytes)),
  'manager/plan-picture-delete': done(() => floorPlans.removePicture()),
  'staff/floor-plan': ({ place }) => ({ floor: floorPlans.around(place) }),
});
