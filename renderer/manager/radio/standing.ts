import type { RadioStatus } from '../../../shared/contract/index.ts';

/** How the radio stands, in the few cases the page has words for. */
export type RadioStanding = 'listening' | 'starting' | RadioTrouble;

const troubles = [
  'no-bluetooth-in-kernel',
  'no-adapter',
  'not-permitted',
  'powered-off',
  'blocked',
  'busy',
  'unsupported-adapter',
  'unsupported-platform',
  'driver-trouble',
  'silent',
  'switched-off',
  'unknown-trouble',
] as const;
export type RadioTrouble = (typeof troubles)[number];

/** Ways in which the radio host fails that nobody in the shop could tell apart. */
const driverReasons: readonly string[] = ['driver-failed', 'crashed', 'not-answering', 'bad-message', 'spinning'];

/** Reads a status: the reason when there is a known one, otherwise what the state alone says. */
export function radioStanding(radio: Pick<RadioStatus, 'state' | 'reason'>): RadioStanding {
  if (radio.state === 'listening') return 'listening';
  if (radio.state === 'starting') return 'starting';
  const known = troubles.find((trouble) => trouble === radio.reason);
  if (known !== undefined) return known;
  if (radio.reason !== null && driverReasons.includes(radio.reason)) return 'driver-trouble';
  if (radio.state === 'silent') return 'silent';
  return radio.state === 'off' ? 'switched-off' : 'unknown-trouble';
}

export const isTrouble = (standing: RadioStanding): standing is RadioTrouble =>
  standing !== 'listening' && standing !== 'starting';
