import { after, type Millis, type MonoMs, minutes, seconds } from '../../shared/units.ts';
import { failed, type Ladder, type LadderRules, rested } from './restart-ladder.ts';

/** One sign of life, sent by the preload script. */
export interface Beat {
  /** The page shows something: its root has content with a size. */
  readonly content: boolean;
  /** A frame was painted since the last beat. */
  readonly painted: boolean;
}

export type WatchEvent =
  | { readonly type: 'opened' }
  | { readonly type: 'beat'; readonly beat: Beat }
  | { readonly type: 'crashed' }
  /** The machine slept or woke: silence meanwhile says nothing. */
  | { readonly type: 'woke' }
  | { readonly type: 'tick' };

/** What is wrong with the page. */
export type Fault = 'silent' | 'blank' | 'unpainted' | 'crashed';

/** What to do about it, mildest first. */
export type Recovery = 'reload' | 'recreate' | 'relaunch';

export interface WatchEffect {
  readonly do: Recovery;
  readonly because: Fault;
}

/** Everything the watchdog remembers. */
export interface Watch {
  readonly openedAt: MonoMs;
  readonly heardAt: MonoMs;
  readonly contentAt: MonoMs;
  readonly paintedAt: MonoMs;
  readonly crashed: boolean;
  readonly ladder: Ladder;
  /** No recovery before this instant. */
  readonly waitUntil: MonoMs;
}

/** A beat comes every 5 s; a first load on a cold disk may take longer than the page's 1.5 s. */
const silentAfter = seconds(20);
const blankAfter = seconds(20);
/** Long, because a compositor may stop painting while the screen is off; a reload then disturbs nobody. */
const unpaintedAfter = minutes(2);

/** Recoveries: at once, then slower and slower, for ever at most one in ten minutes. A loop must not eat the disk or the log. */
export const watchLadder: LadderRules = {
  waits: [seconds(5), seconds(15), seconds(60), minutes(3), minutes(10)],
  steadyAfter: minutes(5),
};

/** A watch over a page that opens at `now`. */
export function watchFrom(now: MonoMs): Watch {
  return { openedAt: now, heardAt: now, contentAt: now, paintedAt: now, crashed: false, ladder: rested, waitUntil: now };
}

/** The watchdog as a pure machine. Crash events alone are not enough: the commonest fault in the field is a white page that lives. */
export function watch(state: Watch, event: WatchEvent, now: MonoMs): readonly [Watch, WatchEffect | null] {
  switch (event.type) {
    case 'opened':
      return [{ ...state, ...freshSigns(now), openedAt: now, crashed: false }, null];
    case 'woke':
      return [{ ...state, ...freshSigns(now) }, null];
    case 'beat':
      return [
        {
          ...state,
          heardAt: now,
          contentAt: event.beat.content ? now : state.contentAt,
          paintedAt: event.beat.painted ? now : state.paintedAt,
        },
        null,
      ];
    case 'crashed':
      return check({ ...state, crashed: true }, now);
    case 'tick':
      return check(state, now);
  }
}

const freshSigns = (now: MonoMs) => ({ heardAt: now, contentAt: now, paintedAt: now });

function check(state: Watch, now: MonoMs): readonly [Watch, WatchEffect | null] {
  const fault = faultOf(state, now);
  if (fault === null || now < state.waitUntil) return [state, null];
  const { ladder, wait } = failed(state.ladder, (faultSince(state, fault) - state.openedAt) as Millis, watchLadder);
  const next: Watch = { ...state, ...freshSigns(now), openedAt: now, crashed: false, ladder, waitUntil: after(now, wait) };
  return [next, { do: recoveryFor(fault, ladder.failures), because: fault }];
}

function faultOf(state: Watch, now: MonoMs): Fault | null {
  if (state.crashed) return 'crashed';
  if (now - state.heardAt >= silentAfter) return 'silent';
  if (now - state.contentAt >= blankAfter) return 'blank';
  if (now - state.paintedAt >= unpaintedAfter) return 'unpainted';
  return null;
}

/** When the page last worked: a page that was dead from the start has no steady run behind it. */
function faultSince(state: Watch, fault: Fault): MonoMs {
  if (fault === 'blank') return state.contentAt;
  if (fault === 'unpainted') return state.paintedAt;
  return state.heardAt;
}

/** A screen that is merely off must never cost more than a reload. */
function recoveryFor(fault: Fault, failures: number): Recovery {
  if (fault === 'unpainted') return 'reload';
  if (failures <= 2) return fault === 'crashed' || fault === 'silent' ? 'recreate' : 'reload';
  return failures <= 4 ? 'recreate' : 'relaunch';
}
