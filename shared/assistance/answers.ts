import type { Call, CallAnswer, CallCommand, CallEffect, CallRefusal, CallStep, GivenAnswer } from './call.ts';

/** Enough for every double tap and retry of one call; a bound, because a faulty page must not grow the row for ever. */
const rememberedAnswers = 200;

const answerOf = (call: Call, refusal: CallRefusal | null): CallAnswer => ({
  refusal,
  owner: call.owner?.name ?? null,
  epoch: call.epoch,
});
export const accepted = (call: Call, effects: readonly CallEffect[] = []): CallStep => ({
  call,
  answer: answerOf(call, null),
  effects,
});
export const refused = (call: Call, refusal: CallRefusal): CallStep => ({ call, answer: answerOf(call, refusal), effects: [] });

/** Sender and command id of a command; null for one whose repetition changes nothing anyway. */
export function keyOf(command: CallCommand): string | null {
  switch (command.kind) {
    case 'tick':
    case 'receipt':
    case 'seen':
    case 'present':
    case 'owner-gone':
      return null;
    case 'add-reason':
    case 'cancel':
      return `/${command.commandId}`;
    case 'claim':
    case 'answer-hand-over':
      return `${command.employee.id}/${command.commandId}`;
    default:
      return `${command.employeeId}/${command.commandId}`;
  }
}

/** The answers with one more, the oldest forgotten. */
export const remember = (answers: readonly GivenAnswer[], entry: GivenAnswer): readonly GivenAnswer[] =>
  [...answers, entry].slice(-rememberedAnswers);

/** Whether this command id was already answered, for a caller that looks for the call a repeated command belongs to. */
export const knowsCommand = (call: Call, sender: 'kiosk' | { employeeId: string }, commandId: string): boolean =>
  call.answers.some((entry) => entry.key === `${sender === 'kiosk' ? '' : sender.employeeId}/${commandId}`);
