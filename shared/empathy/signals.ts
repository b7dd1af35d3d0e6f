import { type Millis, type MonoMs, seconds } from '../units.ts';

/**
 * What a signal is read from. `outcome`: what became of a task. `words`: what the shopper typed. Neither needs a consent, because neither
 * is biometric (EU AI Act, article 3(39)). `touch`: how the screen is touched, which may be; it counts under the camera's consent only.
 */
export type SignalFamily = 'outcome' | 'words' | 'touch';

/** One kind of evidence that things go badly. */
export interface SignalSpec {
  readonly family: SignalFamily;
  /** What one occurrence adds, in log-odds. */
  readonly weight: number;
  /** After this long it counts half: shoppers forgive what they got over. */
  readonly halfLife: Millis;
  /** As many occurrences at once count, and no more: no single nuisance fills the estimate. */
  readonly most: number;
  /** Where the definition comes from; the weights are proposals, in the order of size the sources give. */
  readonly source: string;
}

const research = 'order of size after PostHog, Datadog and Sentry: repeated errors above dead ends above wandering';

/**
 * Every signal, in one table. The weights make one mishap stay calm and a chain of them propose a person; an odds ratio of e per unit.
 * A manager may change weight and half-life within bounds; see `settings.ts`.
 */
export const signalTable = {
  /** A search found nothing. */
  'search-empty': { family: 'outcome', weight: 1, halfLife: seconds(30), most: 2.5, source: research },
  /** The same search again, or nearly the same one after a search without a result. */
  'search-repeated': {
    family: 'outcome',
    weight: 0.75,
    halfLife: seconds(30),
    most: 2,
    source: 'Hassan et al., "Beyond Clicks: Query Reformulation as a Predictor of Search Satisfaction", CIKM 2013',
  },
  /** A question got no answer. */
  'question-unanswered': { family: 'outcome', weight: 1.25, halfLife: seconds(30), most: 2, source: research },
  /** The same question again, or nearly: the answer did not help. */
  'question-repeated': {
    family: 'outcome',
    weight: 1,
    halfLife: seconds(30),
    most: 2,
    source: 'Hassan et al., CIKM 2013, for questions',
  },
  /** The kiosk failed: a request refused, a page that did not load. */
  error: {
    family: 'outcome',
    weight: 1.5,
    halfLife: seconds(30),
    most: 2,
    source: 'Datadog "error click"; FullStory "error click"',
  },
  /** The shopper waited for an answer longer than people do. */
  'time-out': {
    family: 'outcome',
    weight: 0.75,
    halfLife: seconds(30),
    most: 2,
    source: 'Nielsen, "Response Times", 1993: ten seconds hold attention; half of it at a public screen',
  },
  /** Nothing was touched for 20 s after an error. */
  'idle-after-error': { family: 'outcome', weight: 1, halfLife: seconds(30), most: 1, source: 'proposal' },
  /** Three times between the same two screens within 45 s. */
  'back-and-forth': {
    family: 'outcome',
    weight: 1.5,
    halfLife: seconds(30),
    most: 1,
    source: 'proposal, after FullStory "thrashed"',
  },
  /** A beacon was held up again, because the time before it was not heard; or a code again that was not known or not read. */
  'scan-repeated': { family: 'outcome', weight: 1, halfLife: seconds(45), most: 2, source: 'proposal' },
  /** Harsh words about the kiosk or the store that ask for nothing. */
  anger: { family: 'words', weight: 2, halfLife: seconds(60), most: 1.5, source: 'proposal' },
  /** "I give up", in a search or a question. Enough on its own to propose a person. */
  'giving-up': { family: 'words', weight: 3, halfLife: seconds(30), most: 1, source: 'proposal' },
  /** The same thing tapped again and again. */
  'rage-taps': {
    family: 'touch',
    weight: 2,
    halfLife: seconds(30),
    most: 1.5,
    source: 'PostHog rageclick.ts: three, each within 1 s and 30 px of the last; OpenReplay and Sentry count three too',
  },
  /** A tap on something that looks alive, and nothing happened. */
  'dead-tap': {
    family: 'touch',
    weight: 0.75,
    halfLife: seconds(30),
    most: 2,
    source: 'PostHog dead clicks: no change within 2.5 s; OpenReplay 1.234 s, Sentry 3 s',
  },
} as const satisfies Record<string, SignalSpec>;

export type SignalKind = keyof typeof signalTable;
export const signalKinds = Object.keys(signalTable) as SignalKind[];

/** Kinds that may be noticed without any consent. */
export type DifficultyKind = {
  [K in SignalKind]: (typeof signalTable)[K]['family'] extends 'touch' ? never : K;
}[SignalKind];
/** Kinds that are read from how the screen is touched. */
export type TouchKind = Exclude<SignalKind, DifficultyKind>;

export const isTouch = (kind: SignalKind): kind is TouchKind => signalTable[kind].family === 'touch';

/** One piece of evidence at `at`. */
export interface Signal {
  readonly kind: SignalKind;
  readonly at: MonoMs;
}

/** Outcomes without a result: three in a row are a repeated failure whatever their age. */
export const failureKinds: ReadonlySet<SignalKind> = new Set<SignalKind>(['search-empty', 'question-unanswered']);
