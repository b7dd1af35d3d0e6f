import { useCallback, useEffect, useState } from 'react';
import type { TransparencyFacts } from '../../shared/contract/index.ts';
import { call } from '../api.ts';

/** What this store says about itself. `failed`: the station did not answer, and `again` asks once more. */
export function useFacts(): { readonly facts: TransparencyFacts | null; readonly failed: boolean; readonly again: () => void } {
  const [facts, setFacts] = useState<TransparencyFacts | null>(null);
  const [failed, setFailed] = useState(false);
  const again = useCallback(() => {
    setFailed(false);
    call('transparency', {}).then(setFacts, () => setFailed(true));
  }, []);
  useEffect(again, [again]);
  return { facts, failed, again };
}
