/**
 * Everything the simulated shoppers do by chance, in one table: the value, and where it is from. `assumed` is plainly that: nobody measured
 * it for a kiosk. Change a value, run `npm run bench:empathy`, and see what depends on it.
 */
interface Rate {
  readonly value: number;
  readonly source: string;
}

const assumed = 'assumed';

export const rates = {
  /** Shoppers who come with something only a person can settle: a refund, a complaint, advice. */
  beyondMachine: { value: 0.08, source: assumed },
  /** Shoppers for whom nothing they try will work here: other words than the catalogue's, or a thing that is not sold. */
  cannotFind: { value: 0.12, source: assumed },
  /** A single search without a result, for everybody else. */
  searchEmpty: {
    value: 0.13,
    source: 'Luigi\'s Box, "Why 13 % of searches return no results", 2021: shops\' own search, all segments',
  },
  /** The same for those who cannot be helped here: now and then something comes up that is not what they came for. */
  hopelessEmpty: { value: 0.85, source: assumed },
  /** The same words again after an empty search. */
  sameAgain: {
    value: 0.4,
    source:
      'Renaud, "What Happens When you Frustrate Searchers?", arXiv 1408.4519: most stay with their words; how many is assumed',
  },
  /** Leaves at once after an empty search, whatever the mood. */
  leavesAtOnce: {
    value: 0.1,
    source: "assumed; on the web almost 30 % (Luigi's Box, 2021), but who stands at a kiosk is already in the shop",
  },
  /** Next step is a question instead of a search. */
  asks: { value: 0.3, source: assumed },
  /** The kiosk itself fails at a step. */
  kioskFails: { value: 0.02, source: assumed },
  /** Goes back and forth between two screens after a step without a result. */
  wanders: { value: 0.2, source: assumed },
  /** Does nothing for a while after an error. */
  freezes: { value: 0.3, source: assumed },
  /** Writes that they give up, or anger, in the next search once the patience is gone. */
  saysSo: { value: 0.05, source: assumed },
  /** Median seconds of a step: reading, typing on glass, reading again. */
  stepSeconds: { value: 12, source: assumed },
  /** Hesitates at a step: three times as long. Alone it is no signal, and it stretches the time over which evidence fades. */
  hesitates: { value: 0.15, source: assumed },
  /** A visit without trouble has so many steps on average. */
  steps: { value: 3, source: assumed },
  /** Steps without a result after which the patience is gone: the least, and the chance that it holds one more. */
  patienceLeast: { value: 2, source: assumed },
  patienceMore: { value: 0.35, source: assumed },
  /** Presses the button once a person is needed, at each step. */
  pressesWhenNeeded: { value: 0.15, source: assumed },
  /** Median seconds that somebody whose patience is gone stays. */
  staysSeconds: { value: 45, source: assumed },
  /** Accepts a proposal: needing a person, and not. */
  acceptsNeeding: { value: 0.85, source: assumed },
  acceptsAnyway: { value: 0.15, source: assumed },

  /** People whose face at rest the network reads as negative. */
  restsNegative: { value: 0.2, source: '66 persons with three or more neutral press photographs: one in five (docs/camera.md)' },
  /** Share of their neutral frames above 0.9, and of everybody else's; together .15, as measured on neutral photographs. */
  frameRestingNegative: { value: 0.55, source: 'with the next one: .15 of neutral photographs score above 0.9 (docs/camera.md)' },
  frameResting: { value: 0.05, source: 'see the one before' },
  /** People who smile when truly frustrated. */
  smiles: { value: 0.9, source: 'Hoque and Picard, FG 2011: nine in ten in natural frustration (one in ten when acted)' },
  /** Share of the time that a frustrated smile stays; the rest of it they look as at rest. */
  smileStays: { value: 0.4, source: 'assumed; such smiles come fast and fade fast (Hoque and Picard)' },
  /** Share of smiling frames above 0.9. */
  frameSmiling: { value: 0.04, source: 'happy photographs above 0.9: .01 to .07 (docs/camera.md)' },
  /** Share of frames above 0.9 of somebody who frowns in frustration. */
  frameFrowning: { value: 0.63, source: 'negative photographs above 0.9: .59 to .67 (docs/camera.md)' },
  /** Seconds an expression lasts: frames of one moment are not independent. */
  expressionSeconds: { value: 2, source: assumed },
} as const satisfies Record<string, Rate>;

export type RateName = keyof typeof rates;

/** The bare value of a rate. */
export const rate = (name: RateName): number => rates[name].value;
