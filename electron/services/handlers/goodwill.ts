import type { goodwillRoutes } from '../../../shared/contract/index.ts';
import { employeeOf } from './staff.ts';
import { done, type HandlersOf, type UseCases } from './use-cases.ts';

/** Gestures that employees grant within the manager's budget. */
export const goodwillHandlers = ({ context, goodwill }: UseCases): HandlersOf<typeof goodwillRoutes> => ({
  'staff/goodwill-grant': (input, caller) => {
    const gesture = goodwill.grant(employeeOf(caller, context).id, input);
    caller.identify({ subject: gesture.id });
    return { gesture };
  },
  'staff/goodwill-today': (_input, caller) => ({ items: goodwill.today(employeeOf(caller, context).id) }),
  'manager/goodwill': ({ days }) => goodwill.overview(days),
  'manager/goodwill-budget': done(({ budget }) => goodwill.setBudget(budget)),
  'manager/goodwill-void': done(({ id, voided }) => goodwill.setVoided(id, voided)),
});
