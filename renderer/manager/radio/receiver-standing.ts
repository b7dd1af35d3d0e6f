import type { Snapshot } from '../../../shared/contract/index.ts';

export type Receiver = Snapshot<'manager'>['receivers'][number];

const troubles = [
  'broker-away',
  'broker-unknown',
  'wrong-password',
  'not-trusted',
  'broker-refuses',
  'topic-refused',
  'not-readable',
  'gateway-silent',
  'gateway-never',
] as const;

/** What the page has words for when a gateway is not heard. */
export type ReceiverTrouble = (typeof troubles)[number];

/** Why a gateway gives nothing; null when it does, or when the receiver is the kiosk's own radio, of which the page says more elsewhere. */
export function receiverTrouble({ kind, state, reason }: Pick<Receiver, 'kind' | 'state' | 'reason'>): ReceiverTrouble | null {
  if (kind === 'radio') return null;
  const known = troubles.find((trouble) => trouble === reason);
  if (known !== undefined) return known;
  if (reason !== null) return 'broker-away';
  return state === 'heard' ? null : state === 'silent' ? 'gateway-silent' : 'gateway-never';
}

/** The troubles there are, each with the ids of the gateways that have it: a broker that is away is one trouble, not ten. */
export function troublesOf(
  receivers: readonly Pick<Receiver, 'id' | 'kind' | 'state' | 'reason'>[],
): [trouble: ReceiverTrouble, ids: readonly string[]][] {
  return troubles
    .map((trouble): [ReceiverTrouble, string[]] => [
      trouble,
      receivers.filter((receiver) => receiverTrouble(receiver) === trouble).map(({ id }) => id),
    ])
    .filter(([, ids]) => ids.length > 0);
}

/** Whether a gateway hears in place of the kiosk's own radio. */
export const gatewayHears = (receivers: readonly Pick<Receiver, 'kind' | 'state'>[]): boolean =>
  receivers.some((receiver) => receiver.kind === 'gateway' && receiver.state === 'heard');
