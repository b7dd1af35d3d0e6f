import { useState } from 'react';
import type { VisitView } from '../../../shared/contract/index.ts';

/**
 * Whether this screen is to be a simple one: fewer choices, and no offer. Decided when the screen opens, and kept while it stands, so that
 * nothing vanishes or comes back under a finger.
 */
export function useSimple({ simple }: VisitView): boolean {
  const [opened] = useState(simple);
  return opened;
}
