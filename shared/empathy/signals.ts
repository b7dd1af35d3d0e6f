import { type Millis, type MonoMs, seconds } from '../units.ts';

/** After this long a signal counts half. Proposal of the frustration research: shoppers forgive what they got over. */
export const signalHalfLife: Millis = seconds(30);

/** One kind of evidence that things go badly. */
export interface SignalKindSpec {
  /** What one occurrence adds, 0–1, before decay. */
  readonly weight: number;
  /** The most this kind adds, however often it occurs: no single nuisance fills the estimate. */
  readonly cap: number;
}

/**
 * Evidence from outcomes and words, which needs no consent: none of it is read from a body or from how the screen is touched
 * (EU AI Act, article 3(39)). Weights are proposals, set so that one mishap stays calm and a chain of them does not; order of size after
 * PostHog, Datadog and Sentry, who rank repeated errors above dead ends above wandering.
 */
export const signalKinds = {
  /** A search found nothing. */
  'search-empty': { weight: 0.2, cap: 0.5 },
  /** The same search again, in the same or nearly the same words. */
  'search-repeated': { weight: 0.15, cap: 0.3 },
  /** A question got no answer. */
  'question-unanswered': { weight: 0.25, cap: 0.5 },
  /** The kiosk failed: a request refused, a page that did not load. */
  error: { weight: 0.3, cap: 0.6 },
  /** Nothing was touched for 20 s after an error. */
  'idle-after-error': { weight: 0.2, cap: 0.2 },
  /** Three times between the same two screens within 45 s. */
  'back-and-forth': { weight: 0.3, cap: 0.3 },
  /** "I give up", in a search or a question. Enough on its own to propose a person. */
  'giving-up': { weight: 0.6, cap: 0.6 },
} as const satisfies Record<string, SignalKindSpec>;

export type SignalKind = keyof typeof signalKinds;

/** One piece of evidence at `at`. */
export interface Signal {
  readonly kind: SignalKind;
  readonly at: MonoMs;
}

/** Outcomes without a result: three in a row are a repeated failure whatever their age. */
export const failureKinds: ReadonlySet<SignalKind> = new Set<SignalKind>(['search-empty', 'question-unanswered']);
