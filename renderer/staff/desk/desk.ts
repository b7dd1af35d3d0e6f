import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CallOutcome, Input, Output, StaffCall, StaffSnapshot } from '../../../shared/contract/index.ts';
import { type Link, Refused } from '../../api.ts';
import { type Choice, front } from './card.ts';
import { type Errand, Errands, type Gesture } from './errands.ts';
import { type Notice, noticeBetween } from './notice.ts';
import { Receipts } from './receipts.ts';
import type { Station, Surroundings } from './station.ts';
import { type Step, Steps } from './steps.ts';

export interface Desk extends Choice {
  readonly phase: 'opening' | 'door' | 'desk';
  readonly doors: Output<'auth/doors'> | null;
  readonly link: Link;
  readonly snapshot: StaffSnapshot | null;
  /** Monotonic instant at which the snapshot came in. */
  readonly heardAt: number;
  readonly step: Step | null;
  readonly notice: Notice | null;
  /** What is under way beside any call. */
  readonly errand: Errand | null;
  /** The gesture granted last, to be shown to the shopper. */
  readonly granted: Gesture | null;
}

export interface DeskActions {
  /** Asks who is logged in and opens the door or the desk. */
  open(): Promise<void>;
  /** @returns the refusal, or null when this browser may ask for a PIN from now on. */
  enrol(code: string): Promise<Refused | null>;
  /** @returns the refusal, or null when the desk opened. */
  login(code: string, pin: string): Promise<Refused | null>;
  logout(): Promise<void>;
  setDuty(onDuty: boolean): Promise<void>;
  /** Off for a while; 0 comes back now. */
  takeBreak(minutes: number): Promise<void>;
  noteDone(id: string): Promise<void>;
  grant(gesture: Omit<Input<'staff/goodwill-grant'>, 'commandId'>): Promise<void>;
  /** Shows a gesture granted earlier, or puts it away. */
  showGranted(gesture: Gesture | null): void;
  /** Sends again what got no answer. */
  retryErrand(): Promise<void>;
  /** The card of this call stands on a visible screen. */
  seen(call: StaffCall): void;
  next(): void;
  /** Brings an open call to the front: its message was tapped. */
  ask(callId: string): void;
  claim(call: StaffCall): Promise<void>;
  arrive(call: StaffCall): Promise<void>;
  release(call: StaffCall): Promise<void>;
  handOver(call: StaffCall, to: string): Promise<void>;
  answerHandOver(call: StaffCall, accept: boolean): Promise<void>;
  resolve(call: StaffCall, outcome: CallOutcome, helpNeeded: boolean): Promise<void>;
  dismissNotice(): void;
  /** Stops following the station. */
  close(): void;
}

const closed = {
  link: 'connecting',
  snapshot: null,
  heardAt: 0,
  skipped: new Set<string>(),
  step: null,
  notice: null,
  granted: null,
} as const;

const refusal = (error: unknown) => (error instanceof Refused ? error : new Refused('unreachable', String(error)));

/** The staff page without its looks: who is logged in, what the station said last, which command is under way. */
export function createDesk(station: Station, around: Surroundings): { store: StoreApi<Desk>; actions: DeskActions } {
  const store = createStore<Desk>(() => ({ phase: 'opening', doors: null, errand: null, asked: null, ...closed }));
  const set = store.setState;
  const get = store.getState;
  let unfollow: (() => void) | null = null;
  const letGo = new Set<string>();
  const receipts = new Receipts();

  const take = (snapshot: StaffSnapshot) => {
    const open = snapshot.calls.filter((call) => call.claimedBy === null);
    receipts.acknowledge('delivered', open, (calls) => station.call('staff/delivered', { calls }));
    const { snapshot: before, skipped, asked, notice, step } = get();
    const shown = before === null ? null : front(before, { skipped, asked }).card;
    const news = shown === null ? null : noticeBetween(shown, snapshot, letGo);
    const coming = front(snapshot, { skipped, asked }).card;
    // What was said about an earlier call would be read as said about a new one.
    const kept = coming !== null && coming.id !== shown?.id ? null : notice;
    const gone = step !== null && !snapshot.calls.some((call) => call.id === step.callId);
    if (gone) steps.drop();
    set({ snapshot, heardAt: around.now(), notice: news ?? kept, step: gone ? null : step });
  };

  const follow = () => {
    unfollow?.();
    set({ phase: 'desk', ...closed });
    unfollow = station.follow({
      snapshot: take,
      link: (link) => {
        const before = get().link;
        set({ link });
        if (link === 'lost' && before !== 'lost') void checkSession();
      },
      heard: () => {
        void steps.retry();
        void errands.retry();
      },
    });
  };

  const leave = () => {
    unfollow?.();
    unfollow = null;
    steps.drop();
    errands.drop();
    set({ phase: 'door', ...closed });
  };

  /** A stream also ends when the session does; only the doors can tell. */
  const checkSession = async () => {
    const doors = await station.call('auth/doors', {}).catch(() => null);
    if (doors === null) return;
    set({ doors });
    if (!doors.employee) leave();
  };

  const errands = new Errands(around.pause, {
    changed: (errand) => set({ errand }),
    refused: (code) => {
      set({ notice: { kind: 'refused', code } });
      void checkSession();
    },
  });

  const steps = new Steps(around.pause, {
    shown: () => get().step,
    show: (step) => set({ step }),
    sending: () => set({ notice: null }),
    refused: async (callId, code) => {
      letGo.delete(callId);
      set({ notice: { kind: 'refused', code } });
      await checkSession();
    },
  });

  const command = (call: StaffCall) => ({ commandId: around.commandId(), callId: call.id, epoch: call.epoch });

  const actions: DeskActions = {
    async open() {
      const doors = await station.call('auth/doors', {}).catch(() => null);
      set({ doors });
      if (doors?.employee) follow();
      else set({ phase: 'door' });
    },
    async enrol(code) {
      try {
        await station.call('auth/enrol', { code });
      } catch (error) {
        return refusal(error);
      }
      await checkSession();
      return null;
    },
    async login(shortCode, pin) {
      try {
        await station.call('auth/employee-login', { code: shortCode, pin });
      } catch (error) {
        const refused = refusal(error);
        // The device's enrolment may have ended while the page stood open.
        if (refused.code === 'not-allowed') await checkSession();
        return refused;
      }
      follow();
      return null;
    },
    async logout() {
      await station.call('auth/logout', { page: 'staff' }).catch(() => null);
      leave();
      await checkSession();
    },
    setDuty: (onDuty) => errands.run('duty', () => station.call('staff/duty', { onDuty })),
    takeBreak: (minutes) => errands.run('break', () => station.call('staff/break', { minutes })),
    noteDone: (id) => errands.run('note', () => station.call('staff/note-done', { id, done: true })),
    grant(gesture) {
      const input = { ...gesture, commandId: around.commandId() };
      return errands.run(
        'goodwill',
        () => station.call('staff/goodwill-grant', input),
        (answer) => set({ granted: answer.gesture }),
      );
    },
    showGranted: (granted) => set({ granted }),
    retryErrand: () => errands.retry(),
    seen(call) {
      receipts.acknowledge('seen', [call], ([receipt]) => station.call('staff/seen', receipt!));
    },
    next() {
      const { snapshot, skipped, asked } = get();
      if (snapshot === null) return;
      const { card, waiting } = front(snapshot, { skipped, asked });
      if (card === null || waiting === 0) return;
      const more = new Set(skipped).add(card.id);
      const allSkipped = snapshot.calls.every((call) => call.claimedBy !== null || more.has(call.id));
      set({ skipped: allSkipped ? new Set() : more, asked: null });
    },
    ask: (asked) => set({ asked }),
    claim(call) {
      const input = command(call);
      // A call I gave back once is mine again: what happens to it now needs saying.
      letGo.delete(call.id);
      return steps.perform(
        'claim',
        call.id,
        () => station.call('staff/claim', input),
        ({ result, owner }) => {
          if (result === 'taken') set({ notice: { kind: 'taken', owner, place: call.place } });
          if (result === 'gone') set({ notice: { kind: 'gone', place: call.place } });
        },
      );
    },
    arrive(call) {
      const input = command(call);
      return steps.perform(
        'arrive',
        call.id,
        () => station.call('staff/arrive', input),
        () => undefined,
      );
    },
    release(call) {
      const input = command(call);
      letGo.add(call.id);
      return steps.perform(
        'release',
        call.id,
        () => station.call('staff/release', input),
        () => undefined,
      );
    },
    resolve(call, outcome, helpNeeded) {
      const input = { ...command(call), outcome, helpNeeded };
      letGo.add(call.id);
      return steps.perform(
        'resolve',
        call.id,
        () => station.call('staff/resolve', input),
        () => undefined,
      );
    },
    handOver(call, to) {
      const input = { ...command(call), to };
      return steps.perform(
        'hand-over',
        call.id,
        () => station.call('staff/hand-over', input),
        () => undefined,
      );
    },
    answerHandOver(call, accept) {
      const input = { ...command(call), accept };
      if (accept) letGo.delete(call.id);
      return steps.perform(
        accept ? 'take-over' : 'decline',
        call.id,
        () => station.call('staff/hand-over-answer', input),
        () => undefined,
      );
    },
    dismissNotice: () => set({ notice: null }),
    close() {
      unfollow?.();
      unfollow = null;
    },
  };
  return { store, actions };
}
