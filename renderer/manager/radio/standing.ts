import type { RadioStatus } from '../../../shared/contract/index.ts';

/** How the radio stands, in the few cases the page has words for. */
export type RadioStanding = 'listening' | 'starting' | RadioTrouble;
export type RadioTrouble =
  | 'no-bluetooth-in-kernel'
  | 'no-adapter'
  | 'not-permitted'
  | 'powered-off'
  | 'silent'
  | 'switched-off'
  | 'unknown-trouble';

const known: readonly string[] = [
  'no-bluetooth-in-kernel',
  'no-adapter',
  'not-permitted',
  'powered-off',
  'silent',
  'switched-off',
];

/** Reads a status: the reason when there is a known one, otherwise what the state alone says. */
export function radioStanding(radio: Pick<RadioStatus, 'state' | 'reason'>): RadioStanding {
  if (radio.state === 'listening') return 'listening';
  if (radio.state === 'starting') return 'starting';
  if (radio.reason !== null && known.includes(radio.reason)) return radio.reason as RadioTrouble;
  if (radio.state === 'silent') return 'silent';
  return radio.state === 'off' ? 'switched-off' : 'unknown-trouble';
}

export const isTrouble = (standing: RadioStanding): standing is RadioTrouble =>
  standing !== 'listening' && standing !== 'starting';
