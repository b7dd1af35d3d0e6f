import type { BeaconId } from '../presence/types.ts';
import type { BeaconFrame } from './frame.ts';

/**
 * How hard an identity is to copy. `weak`: the same bytes every time, so anyone who heard them once can send them.
 * `strong`: changes with time under a secret key.
 */
export type IdentityStrength = 'weak' | 'strong';

export interface Identity {
  readonly beacon: BeaconId;
  readonly strength: IdentityStrength;
}

/** Finds the registered key behind an ephemeral identifier (16 hex digits); null when no key of ours makes it now. */
export type ResolveEid = (eid: string) => string | null;

/** Canonical identity of a frame, or null: an ephemeral identifier of a stranger's, or a frame that names nobody. */
export function identify(frame: BeaconFrame, resolveEid: ResolveEid): Identity | null {
  switch (frame.format) {
    case 'ibeacon':
      return { beacon: `ibeacon:${frame.uuid}:${frame.major}:${frame.minor}`, strength: 'weak' };
    case 'altbeacon':
      return { beacon: `altbeacon:${frame.id}`, strength: 'weak' };
    case 'eddystone-uid':
      return { beacon: `eddystone-uid:${frame.namespace}:${frame.instance}`, strength: 'weak' };
    case 'eddystone-eid': {
      const keyId = resolveEid(frame.eid);
      return keyId === null ? null : { beacon: `eid:${keyId}`, strength: 'strong' };
    }
    case 'eddystone-url':
    case 'eddystone-tlm':
    case 'eddystone-etlm':
      return null;
  }
}

/** Strength of an identity already written down, from its canonical form. */
export const strengthOf = (beacon: BeaconId): IdentityStrength => (beacon.startsWith('eid:') ? 'strong' : 'weak');
