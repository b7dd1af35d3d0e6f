import { createHash } from 'node:crypto';
import type { ConsentFact } from '../../../shared/consent/ledger.ts';
import { epochMs } from '../../../shared/units.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A fact of one shopper at kiosk 1; `change` names what the test is about. */
export const fact = (kind: ConsentFact['kind'], change: Partial<ConsentFact> = {}): ConsentFact => ({
  principal: 'p1',
  purpose: 'recognition',
  kind,
  at: epochMs(1000),
  by: 'shopper',
  kioskId: 'k1',
  shown: null,
  validUntil: null,
  ...change,
});
