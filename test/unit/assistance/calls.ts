import type { Call, CallAnswer, CallCommand, CallEffect, Moment, Owner } from '../../../shared/assistance/call.ts';
import type { Staffing } from '../../../shared/assistance/policy.ts';
import { type Raise, raise, reduce } from '../../../shared/assistance/reduce.ts';
import { epochMs, monoMs } from '../../../shared/units.ts';

/** The virtual clock: `seconds` after the process began, at noon of some day. */
export const at = (seconds: number): Moment => ({
  mono: monoMs(Math.round(seconds * 1000)),
  wall: epochMs(1_795_348_800_000 + Math.round(seconds * 1000)),
});

export const lea: Owner = { id: 'lea', name: 'Léa' };
export const ben: Owner = { id: 'ben', name: 'Ben' };
export const manned: Staffing = { onDuty: 2, free: 2, matching: 2 };
export const nobody: Staffing = { onDuty: 0, free: 0, matching: 0 };

export const fresh: Raise = {
  id: 'call-1',
  kioskId: 'kiosk-1',
  visitId: 'visit-1',
  reason: 'asked',
  language: 'fr',
  zoneId: null,
  topic: null,
  commandId: 'raise-1',
};

export const claim = (employee: Owner, epoch = 1, commandId = `claim-${employee.id}-${epoch}`): CallCommand => ({
  kind: 'claim',
  employee,
  epoch,
  commandId,
});

/** Raises a call at 0 s and plays commands at their seconds. */
export function play(...script: readonly (readonly [number, CallCommand])[]) {
  const first = raise(fresh, at(0), manned);
  let call: Call = first.call;
  const effects: CallEffect[] = [...first.effects];
  const answers: CallAnswer[] = [];
  const states: string[] = [call.state];
  for (const [seconds, command] of script) {
    const step = reduce(call, command, at(seconds), manned);
    call = step.call;
    effects.push(...step.effects);
    answers.push(step.answer);
    states.push(call.state);
  }
  return { call, effects, answers, states };
}
