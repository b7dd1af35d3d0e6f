import type { CallCommand } from '../../../shared/assistance/call.ts';
import type { Received, staffRoutes } from '../../../shared/contract/index.ts';
import { CallerError } from '../../../shared/errors.ts';
import type { Caller } from '../../server/http.ts';
import type { Employee } from '../../store/employees.ts';
import type { Context } from '../context.ts';
import { done, type HandlersOf, type UseCases } from './use-cases.ts';

/** The employee who calls a route. @throws CallerError `not-allowed` */
export function employeeOf(caller: Caller, context: Context): Employee {
  const employee = caller.employeeId === null ? undefined : context.store.employees.get(caller.employeeId);
  if (employee === undefined || !employee.active) throw new CallerError('not-allowed', 'log in first', 401);
  return employee;
}

/** The routes of the staff page. */
export function staffHandlers(use: UseCases): HandlersOf<typeof staffRoutes> {
  const { context, calls, duty } = use;
  /** A command of an employee to a call; a refusal becomes an error that names the present owner. */
  const command = (input: Received<'staff/release'>, make: (common: { commandId: string; epoch: number }) => CallCommand) => {
    const answer = calls.command(input.callId, make({ commandId: input.commandId, epoch: input.epoch }));
    if (answer.refusal !== null) throw new CallerError(answer.refusal, answer.owner ?? 'nobody', 409);
  };
  /** A late receipt must not silence the pager for a call that was raised anew since. */
  const acknowledge = ({ callId, epoch }: Received<'staff/seen'>, kind: 'receipt' | 'seen') => {
    if (calls.get(callId)?.call.epoch === epoch) calls.command(callId, { kind });
  };
  return {
    'staff/duty': done(({ onDuty }, caller) => {
      duty.set(employeeOf(caller, context).id, onDuty);
    }),
    'staff/delivered': done((input, caller) => {
      employeeOf(caller, context);
      for (const receipt of input.calls) acknowledge(receipt, 'receipt');
    }),
    'staff/seen': done((receipt, caller) => {
      employeeOf(caller, context);
      acknowledge(receipt, 'seen');
    }),
    'staff/claim': (input, caller) => {
      const { id, name } = employeeOf(caller, context);
      const answer = calls.command(input.callId, {
        kind: 'claim',
        employee: { id, name },
        commandId: input.commandId,
        epoch: input.epoch,
      });
      if (answer.refusal === null) return { result: 'claimed', owner: name };
      return { result: answer.owner !== null && answer.refusal !== 'closed' ? 'taken' : 'gone', owner: answer.owner };
    },
    'staff/release': done((input, caller) =>
      command(input, (c) => ({ ...c, kind: 'release', employeeId: employeeOf(caller, context).id })),
    ),
    'staff/arrive': done((input, caller) =>
      command(input, (c) => ({ ...c, kind: 'arrive', employeeId: employeeOf(caller, context).id })),
    ),
    'staff/resolve': done((input, caller) =>
      command(input, (c) => ({
        ...c,
        kind: 'resolve',
        employeeId: employeeOf(caller, context).id,
        outcome: input.outcome,
        helpNeeded: input.helpNeeded,
      })),
    ),
  };
}
