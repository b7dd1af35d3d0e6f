import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { type KioskRoute, send } from './commands.ts';
import { useStation } from './station.ts';

interface Answer<N extends KioskRoute> {
  /** The last answer; kept on the screen while the next is on its way, or while the same question could not be asked again. */
  readonly answer: Output<N> | null;
  readonly failed: boolean;
  /** The question the answer belongs to is the present one. */
  readonly settled: boolean;
  again(): void;
}

/** Asks the station when the question changes, after a pause, and again when a lost connection is back. Late answers are dropped. */
export function useAnswer<N extends KioskRoute>(name: N, input: Input<N> | null, pauseMs = 0): Answer<N> {
  const question = input === null ? null : JSON.stringify(input);
  const [state, setState] = useState<{
    question: string | null;
    answer: Output<N> | null;
    /** The question that `answer` belongs to. */
    answered: string | null;
    failed: boolean;
  }>({
    question: null,
    answer: null,
    answered: null,
    failed: false,
  });
  const [round, setRound] = useState(0);
  const open = useStation((s) => s.link === 'open');
  const unanswered = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` is there to ask again
  useEffect(() => {
    if (question === null) return;
    let late = false;
    const timer = setTimeout(async () => {
      const answer = await send(name, JSON.parse(question) as Input<N>);
      if (late) return;
      unanswered.current = answer === null;
      setState((before) => {
        if (answer) return { question, answer, answered: question, failed: false };
        // An answer to other words must not stand under these.
        return { ...before, question, answer: before.answered === question ? before.answer : null, failed: true };
      });
    }, pauseMs);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [name, question, pauseMs, round]);

  // Only what failed is asked again when the link is back: a question that was answered must not count as repeated.
  useEffect(() => {
    if (open && unanswered.current) setRound((n) => n + 1);
  }, [open]);

  const again = useCallback(() => setRound((n) => n + 1), []);
  return { answer: state.answer, failed: state.failed, settled: state.question === question, again };
}
