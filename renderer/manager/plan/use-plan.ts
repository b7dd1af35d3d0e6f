import { useEffect, useRef, useState } from 'react';
import type { FloorPlan, Output, PlanPicture } from '../../../shared/contract/index.ts';
import { Refused } from '../../api.ts';
import { type Loaded, useActions, useLoaded } from '../use-house.tsx';

export interface PlanDesk {
  readonly loaded: Loaded<Output<'manager/plan'>>;
  readonly plan: FloorPlan | null;
  readonly picture: PlanPicture | null;
  readonly changed: Output<'manager/plan'>['changed'];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly saving: 'idle' | 'saving' | 'saved';
  readonly failed: string | null;
  /** Shows a plan while something is being dragged; nothing is kept yet. */
  preview(plan: FloorPlan | null): void;
  /** Keeps a plan. Steps with the same `run`, one after the other, are undone as one. */
  commit(plan: FloorPlan, run?: string): void;
  undo(): void;
  redo(): void;
  /** Does something at the station and reads everything again. */
  act(action: () => Promise<unknown>): Promise<boolean>;
}

/** The floor plan on the desk: every change is saved at once and can be undone. */
export function usePlan(): PlanDesk {
  const { call } = useActions();
  const loaded = useLoaded('manager/plan', {});
  const [steps, setSteps] = useState<{ past: readonly FloorPlan[]; now: FloorPlan | null; future: readonly FloorPlan[] }>({
    past: [],
    now: null,
    future: [],
  });
  const [shown, setShown] = useState<FloorPlan | null>(null);
  const [saving, setSaving] = useState<PlanDesk['saving']>('idle');
  const [failed, setFailed] = useState<string | null>(null);
  const [changed, setChanged] = useState<PlanDesk['changed']>(null);
  const lastRun = useRef<string | undefined>(undefined);
  const waiting = useRef<FloorPlan | null>(null);
  const revision = useRef<string | null>(null);
  const sending = useRef(false);

  // What the station has is where this desk begins, until something is changed here.
  const { answer } = loaded;
  useEffect(() => {
    if (answer === null || sending.current) return;
    revision.current = answer.revision;
    setChanged(answer.changed);
    setSteps((s) => ({ ...s, now: answer.plan }));
  }, [answer]);

  /** Shows what somebody else has made of the plan, as a step after ours: undo brings ours back, and nothing is lost on either side. */
  const give = async () => {
    waiting.current = null;
    lastRun.current = undefined;
    setSteps(({ past, now }) => ({ past: now === null ? past : [...past, now], now, future: [] }));
    await loaded.reload();
  };

  const save = async (plan: FloorPlan) => {
    waiting.current = plan;
    if (sending.current) return;
    sending.current = true;
    setSaving('saving');
    let code: string | null = null;
    try {
      // Only the newest of what changed meanwhile is worth sending.
      while (waiting.current !== null) {
        const next: FloorPlan = waiting.current;
        waiting.current = null;
        const kept = await call('manager/plan-save', { plan: next, from: revision.current });
        revision.current = kept.revision;
        setChanged(kept.changed);
      }
    } catch (error) {
      code = error instanceof Refused ? error.code : 'unreachable';
    }
    sending.current = false;
    setFailed(code);
    setSaving(code === null ? 'saved' : 'idle');
    if (code === 'changed-meanwhile') await give();
  };

  return {
    loaded,
    plan: shown ?? steps.now,
    picture: answer?.picture ?? null,
    changed,
    canUndo: steps.past.length > 0,
    canRedo: steps.future.length > 0,
    saving,
    failed,
    preview: setShown,
    commit(plan, run) {
      const merge = run !== undefined && run === lastRun.current;
      lastRun.current = run;
      setShown(null);
      if (plan === steps.now) return;
      setSteps(({ past, now }) => ({ past: merge || now === null ? past : [...past, now], now: plan, future: [] }));
      void save(plan);
    },
    undo() {
      const before = steps.past.at(-1);
      if (before === undefined) return;
      lastRun.current = undefined;
      setSteps({ past: steps.past.slice(0, -1), now: before, future: steps.now === null ? [] : [steps.now, ...steps.future] });
      void save(before);
    },
    redo() {
      const [next, ...future] = steps.future;
      if (next === undefined || steps.now === null) return;
      lastRun.current = undefined;
      setSteps({ past: [...steps.past, steps.now], now: next, future });
      void save(next);
    },
    async act(action) {
      try {
        await action();
        setFailed(null);
        await loaded.reload();
        return true;
      } catch (error) {
        setFailed(error instanceof Refused ? error.code : 'unreachable');
        return false;
      }
    },
  };
}
