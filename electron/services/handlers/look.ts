import type { lookRoutes, openingRoutes } from '../../../shared/contract/index.ts';
import { done, type HandlersOf, type UseCases } from './use-cases.ts';

/** How the store looks, and on which days it is open. */
export const lookHandlers = ({ looks, hours, context }: UseCases): HandlersOf<typeof lookRoutes & typeof openingRoutes> => ({
  'manager/look': () => looks.read(),
  'manager/look-draft': done((look) => looks.keepDraft(look)),
  'manager/look-draft-drop': done(() => looks.dropDraft()),
  'manager/look-publish': (look) => ({ version: looks.publish(look) }),
  'manager/look-logo-save': (bytes) => ({ logo: looks.keepLogo(bytes) }),
  'manager/special-days': () => ({ days: hours.specialDays() }),
  'manager/special-days-save': done(({ days }) => {
    hours.saveSpecialDays(days);
    context.changed('kiosk', 'staff', 'manager');
  }),
});
