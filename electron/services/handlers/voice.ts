import type { feedbackRoutes, matterRoutes } from '../../../shared/contract/index.ts';
import { matterSettings } from '../matter-owner.ts';
import { employeeOf } from './staff.ts';
import { done, type HandlersOf, type UseCases } from './use-cases.ts';

/** Complaints, ideas and feedback. */
export const voiceHandlers = (use: UseCases): HandlersOf<typeof matterRoutes & typeof feedbackRoutes> => {
  const { context, feedback, matterDesk, matters } = use;
  return {
    'kiosk/matter-write': (input) => matters.write(input),
    'kiosk/matter-terms': () => {
      const { dueDays, keptMonths } = matterSettings(context.store);
      return { dueDays, keptMonths };
    },
    'kiosk/matter-open': ({ reference, code }) => matters.open(reference, code),
    'kiosk/matter-react': ({ reference, code, settles }) => matters.react(reference, code, settles),
    'kiosk/matter-erase': ({ reference, code }) => matters.erase(reference, code),
    'staff/matters': (_input, caller) => ({ items: matterDesk.of(employeeOf(caller, context).id) }),
    'staff/matter-reply': done((input, caller) => matterDesk.reply(input, employeeOf(caller, context).id)),
    'manager/matters': () => matterDesk.overview(),
    'manager/matter-reply': done((input) => matterDesk.reply(input, null)),
    'manager/matter-assign': done(({ id, owner }) => matterDesk.assign(id, owner)),
    'manager/matter-erase': done(({ id }) => matterDesk.erase(id)),
    'manager/matter-settings': done((settings) => matterDesk.save(settings)),
    'kiosk/feedback': done(({ answer }) => feedback.answered(answer)),
    'kiosk/feedback-words': done((said) => feedback.said(said)),
    'manager/feedback': ({ weeks }) => feedback.report(weeks),
  };
};
