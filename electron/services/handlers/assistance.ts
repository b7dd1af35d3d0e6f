import type { assistanceRoutes, rotaRoutes } from '../../../shared/contract/index.ts';
import { CallerError } from '../../../shared/errors.ts';
import { employeeOf } from './staff.ts';
import { done, type HandlersOf, type UseCases } from './use-cases.ts';

/** Handing over, breaks, notes and arrivals; the escalation policy and the rota. */
export function assistanceHandlers(use: UseCases): HandlersOf<typeof assistanceRoutes & typeof rotaRoutes> {
  const { arrival, calls, context, duty, escalation, kiosk, notes } = use;
  const refuse = ({ refusal, owner }: ReturnType<typeof calls.command>) => {
    if (refusal !== null) throw new CallerError(refusal, owner ?? 'nobody', 409);
  };
  return {
    'staff/hand-over': done(({ callId, to, ...rest }, caller) => {
      const { id } = employeeOf(caller, context);
      const colleague = calls.helpers().find((helper) => helper.id === to && helper.onDuty);
      if (colleague === undefined) throw new CallerError('not-on-duty', 'this colleague is not on duty', 409);
      const owner = { id: colleague.id, name: colleague.employee.name };
      refuse(calls.command(callId, { kind: 'hand-over', employeeId: id, to: owner, ...rest }));
    }),
    'staff/hand-over-answer': done(({ callId, ...rest }, caller) => {
      const { id, name } = employeeOf(caller, context);
      refuse(calls.command(callId, { kind: 'answer-hand-over', employee: { id, name }, ...rest }));
    }),
    'staff/break': done(({ minutes }, caller) => duty.takeBreak(employeeOf(caller, context).id, minutes)),
    'staff/note-done': done((input, caller) => {
      const { name } = employeeOf(caller, context);
      notes.settle(input.id, input.done ? name : null);
    }),
    'kiosk/arrive': ({ callId, code, commandId }) => {
      if (kiosk.visit().call !== callId) throw new CallerError('no-such-call', 'this visit has no such call', 404);
      return { result: arrival.arrive(callId, code, commandId) };
    },
    'kiosk/note': done((note) => notes.leave(note)),
    'kiosk/note-remove': done(() => notes.remove()),
    'manager/escalation': () => escalation.overview(),
    'manager/escalation-save': done(({ policy, from }) => escalation.save(policy, from)),
    'manager/notes': () => ({ items: context.store.notes.list() }),
    'manager/note-done': done((input) => notes.settle(input.id, input.done ? 'manager' : null)),
    'manager/rota': () => escalation.rota(),
    'manager/rota-save': done((rota) => {
      escalation.saveRota(rota);
      calls.tickAll();
    }),
    'manager/skills-save': done(({ skills }) => escalation.saveSkills(skills)),
  };
}
