import type { SignalKind } from '../../../../shared/empathy/signals.ts';
import { type MonoMs, monoMs } from '../../../../shared/units.ts';
import type { Dice } from '../../random.ts';
import { faceReports, type Timed } from './face.ts';
import { rate } from './rates.ts';

/** Everything one shopper would do and show if nobody came. What comes of it depends on the rules that watch. */
export interface Visit {
  /** What happens on the screen, in time order. */
  readonly screen: readonly Timed[];
  /** What the camera would report, had they allowed it. */
  readonly face: readonly Timed[];
  /** From when on only a person could help; null when none was needed. */
  readonly neededFrom: MonoMs | null;
  /** When they would press the button. */
  readonly pressesAt: MonoMs | null;
  /** Answer to the first proposal, the second …: whether it is accepted. */
  readonly acceptsNeeding: readonly boolean[];
  readonly acceptsAnyway: readonly boolean[];
}

const mostSteps = 40;
/** The kiosk takes so much stillness after an error for a signal, in ms. */
const idleAfterError = 20_000;

/** One visit. Whether a person is needed follows from the shopper (what they came for, how patient they are), never from a signal. */
export function simulateVisit(random: Dice): Visit {
  const beyondMachine = random.chance(rate('beyondMachine'));
  const hopeless = beyondMachine || random.chance(rate('cannotFind'));
  let patience = rate('patienceLeast');
  while (random.chance(rate('patienceMore'))) patience += 1;

  const screen: Timed[] = [];
  let now = 0;
  let neededFrom: MonoMs | null = null;
  let leavesAt = Number.POSITIVE_INFINITY;
  let pressesAt: MonoMs | null = null;
  let failed = 0;
  const notice = (event: Timed['event']) => screen.push({ at: monoMs(now), event });
  const signal = (kind: SignalKind) => notice({ kind: 'signal', signal: kind });

  for (let step = 0; step < mostSteps; step++) {
    now += 1000 * random.around(rate('stepSeconds'), 0.5) * (random.chance(rate('hesitates')) ? 3 : 1);
    if (now > leavesAt) break;
    if (neededFrom !== null && random.chance(rate('saysSo'))) notice({ kind: 'words', sense: 'giving-up' });
    const outcome = takeStep(random, hopeless, failed > 0, signal);
    if (outcome === 'error' && random.chance(rate('freezes'))) {
      now += idleAfterError;
      signal('idle-after-error');
    }
    if (outcome === 'result') {
      notice({ kind: 'success' });
      failed = 0;
      if (!hopeless && random.chance(1 / rate('steps'))) break;
    } else {
      failed += 1;
      // A need that is settled elsewhere or on another day leaves no trace here.
      if (neededFrom === null && random.chance(rate('leavesAtOnce'))) break;
    }
    // Who came with something for a person needs one from the first step that does not help; others when their patience is gone.
    if (neededFrom === null && failed >= (beyondMachine ? 1 : patience)) {
      neededFrom = monoMs(now);
      leavesAt = now + 1000 * random.around(rate('staysSeconds'), 0.6);
    }
    if (neededFrom !== null && random.chance(rate('pressesWhenNeeded'))) {
      now += 2000;
      pressesAt = monoMs(now);
      break;
    }
  }
  const end = monoMs(Math.min(now, leavesAt));
  return {
    screen,
    face: faceReports(random, end, neededFrom),
    neededFrom,
    pressesAt,
    acceptsNeeding: Array.from({ length: 3 }, () => random.chance(rate('acceptsNeeding'))),
    acceptsAnyway: Array.from({ length: 3 }, () => random.chance(rate('acceptsAnyway'))),
  };
}

/** One search or question, with the signals it gives. */
function takeStep(
  random: Dice,
  hopeless: boolean,
  failedBefore: boolean,
  signal: (kind: SignalKind) => void,
): 'result' | 'nothing' | 'error' {
  if (random.chance(rate('kioskFails'))) {
    signal('error');
    return 'error';
  }
  const asks = random.chance(rate('asks'));
  if (!asks && failedBefore && random.chance(rate('sameAgain'))) signal('search-repeated');
  if (!random.chance(rate(hopeless ? 'hopelessEmpty' : 'searchEmpty'))) return 'result';
  signal(asks ? 'question-unanswered' : 'search-empty');
  if (random.chance(rate('wanders'))) signal('back-and-forth');
  return 'nothing';
}
