import { create } from 'zustand';
import { send } from './commands.ts';
import { goTo } from './view.ts';

/** What became of the last card. */
export const useScanned = create<{ readonly result: 'wrong' | 'unsure' | 'failed' | null }>()(() => ({ result: null }));

/** Opens the account of whoever holds this card. */
export async function identify(code: string): Promise<void> {
  const reply = await send('kiosk/identify', { code });
  if (reply?.result === 'right') {
    forgetCard();
    goTo('account');
    return;
  }
  useScanned.setState({ result: reply?.result ?? 'failed' });
  goTo('card');
}

/** Another shopper is there: what became of the last card concerns nobody any more. */
export const forgetCard = (): void => useScanned.setState({ result: null });
