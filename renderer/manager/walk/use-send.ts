import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Refused } from '../../api.ts';
import { refusedWords } from '../forms/problem-words.ts';

/** Runs what a button does and keeps the sentence to show when the station refused it. */
export function useSend(): { readonly failed: string | null; send(action: () => Promise<unknown>): void } {
  const { i18n } = useLingui();
  const [code, setCode] = useState<string | null>(null);
  return {
    failed: code === null ? null : refusedWords(code, i18n),
    send: (action) => {
      setCode(null);
      action().catch((error: unknown) => setCode(error instanceof Refused ? error.code : 'unreachable'));
    },
  };
}
