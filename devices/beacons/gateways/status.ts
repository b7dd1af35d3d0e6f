import { elapsed, type Millis, type MonoMs, seconds } from '../../../shared/units.ts';
import type { Refusal } from './parsed.ts';

/** Why a broker gives nothing. */
export type BrokerTrouble =
  | 'broker-away'
  | 'broker-unknown'
  | 'wrong-password'
  | 'not-trusted'
  | 'broker-refuses'
  | 'topic-refused';

/** What is the matter with a gateway; `not-readable`: its messages are not in the configured format. */
export type GatewayReason = BrokerTrouble | 'not-readable';

/** A gateway as the manager sees it. */
export interface GatewayStatus {
  readonly id: string;
  /** `silent`: heard before, but nothing for longer than `silentAfter`. */
  readonly state: 'heard' | 'silent' | 'never';
  /** Machine-readable; the pages hold the words. */
  readonly reason: GatewayReason | null;
  /** One plain English sentence, for logs. */
  readonly detail: string;
  readonly lastHeardAgeMs: Millis | null;
  /** It stands at the kiosk, so a beacon may be enrolled through it. */
  readonly atKiosk: boolean;
}

/** Shown within 30 s, on a page that is pushed every second. */
export const silentAfter = seconds(25);

/** What is known about one gateway. */
export interface GatewayFacts {
  readonly id: string;
  readonly format: string;
  readonly topic: string;
  readonly atKiosk: boolean;
  readonly heardAt: MonoMs | null;
  readonly refused: { readonly why: Refusal; readonly at: MonoMs } | null;
  readonly broker: { readonly trouble: BrokerTrouble; readonly detail: string } | null;
}

const refusals: Readonly<Record<Refusal, string>> = {
  'too-large': 'larger than 64 kB',
  'wrong-topic': 'on a topic that contradicts their content',
  'not-readable': 'damaged, or in another encoding',
  'wrong-shape': 'without the fields of that format',
};

/** Puts what is known about a gateway into a state, a reason and a sentence. */
export function statusOf(facts: GatewayFacts, now: MonoMs): GatewayStatus {
  const { id, atKiosk, heardAt, refused, broker, format, topic } = facts;
  const age = heardAt === null ? null : elapsed(heardAt, now);
  const state = age === null ? 'never' : age > silentAfter ? 'silent' : 'heard';
  const made = { id, atKiosk, state, lastHeardAgeMs: age } as const;
  if (broker !== null) return { ...made, reason: broker.trouble, detail: broker.detail };
  // One bad message among good ones is noise on the line; bad ones only are a wrong setting.
  if (refused !== null && state !== 'heard' && refused.at >= (heardAt ?? Number.NEGATIVE_INFINITY)) {
    const detail = `Messages of the gateway ${id} are not in the format ${format}: they are ${refusals[refused.why]}.`;
    return { ...made, reason: 'not-readable', detail };
  }
  if (state === 'heard') return { ...made, reason: null, detail: `The gateway ${id} is heard.` };
  const since = state === 'never' ? 'has not been heard yet' : 'has fallen silent';
  return { ...made, reason: null, detail: `The gateway ${id} ${since}; nothing arrives on ${topic}.` };
}
