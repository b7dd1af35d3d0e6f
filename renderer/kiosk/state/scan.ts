import { useEffect } from 'react';
import { create } from 'zustand';
import { readCardCode } from '../../../shared/identity/card.ts';
import { send } from './commands.ts';
import { goTo } from './view.ts';

/** A scanner that types is faster than any hand: a longer pause begins a new scan. */
const GAP_MS = 60;

/** What became of the last card. */
export const useScanned = create<{ readonly result: 'wrong' | 'unsure' | 'failed' | null }>()(() => ({ result: null }));

/** Opens the account of whoever holds this card. */
export async function identify(code: string): Promise<void> {
  const reply = await send('kiosk/identify', { code });
  if (reply?.result === 'right') {
    useScanned.setState({ result: null });
    goTo('account');
    return;
  }
  useScanned.setState({ result: reply?.result ?? 'failed' });
  goTo('card');
}

/** Gathers what a scanner types. Pure but for its own memory: the caller brings keys and time. */
export class ScanReader {
  #typed = '';
  #at = Number.NEGATIVE_INFINITY;

  /** @returns a card's code when this key ends one */
  key(key: string, atMs: number): string | null {
    if (atMs - this.#at > GAP_MS) this.#typed = '';
    this.#at = atMs;
    if (key === 'Enter') {
      const code = readCardCode(this.#typed);
      this.#typed = '';
      return code;
    }
    if (key.length === 1) this.#typed += key;
    return null;
  }
}

/** Hears a card wherever the shopper is, unless a field takes the keys. */
export function useCardScanner(): void {
  useEffect(() => {
    useScanned.setState({ result: null });
    const reader = new ScanReader();
    const onKey = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      const code = reader.key(event.key, event.timeStamp);
      if (code === null) return;
      // The key that ends a scan must not press the button that happens to have the focus.
      event.preventDefault();
      event.stopPropagation();
      void identify(code);
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, []);
}
