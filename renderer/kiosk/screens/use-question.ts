import { useRef, useState } from 'react';
import type { AskReply } from '../../../shared/contract/index.ts';
import { send } from '../state/commands.ts';
import { setText } from '../state/view.ts';

interface Question {
  /** What the station said last; null before anything was asked. */
  readonly reply: AskReply | null;
  /** Counts replies, so that each is a new one on the screen. */
  readonly count: number;
  /** Tries again what could not be asked; null when nothing failed. */
  readonly failed: (() => void) | null;
  ask(text: string): Promise<void>;
  choose(id: string): Promise<void>;
  noneOfThese(): void;
  clear(): void;
}

const unknown: AskReply = { outcome: 'unknown', answer: null, which: [], person: false };

/** One question at a time: asked, asked back, answered. A late reply never stands over a newer question. */
export function useQuestion(): Question {
  const [state, setState] = useState<{ reply: AskReply | null; count: number; failed: (() => void) | null }>({
    reply: null,
    count: 0,
    failed: null,
  });
  const round = useRef(0);
  const put = async (work: () => Promise<AskReply | null>): Promise<void> => {
    round.current += 1;
    const mine = round.current;
    const reply = await work();
    if (mine !== round.current) return;
    setState({ reply, count: mine, failed: reply === null ? () => void put(work) : null });
  };
  return {
    ...state,
    ask: (text) => put(() => send('kiosk/ask', { question: text })),
    choose: (id) => put(() => send('kiosk/ask-choose', { id })),
    noneOfThese() {
      void send('kiosk/ask-verdict', { helped: false });
      void put(async () => unknown);
    },
    clear() {
      round.current += 1;
      setText('ask', '');
      setState({ reply: null, count: round.current, failed: null });
    },
  };
}
