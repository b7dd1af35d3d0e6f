/** What an app needs to send Eddystone-EID for a customer. */
export interface EidInvitation {
  /** 16 secret bytes. */
  readonly identityKey: Uint8Array;
  /** K: a new identifier every 2^K seconds. */
  readonly exponent: number;
  /** Seconds on the beacon's clock at the moment the code was made; the app counts on from there. */
  readonly clock: number;
}

/**
 * The invitation as text for a QR code: `prevenance:eid?v=1&k=<32 hex digits>&e=<K>&t=<seconds>`. The app's side is in docs/beacons.md.
 * Upper case would make the code smaller, but an address has its scheme in lower case.
 */
export const eidUri = ({ identityKey, exponent, clock }: EidInvitation): string => {
  const key = [...identityKey].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `prevenance:eid?v=1&k=${key}&e=${exponent}&t=${clock}`;
};
