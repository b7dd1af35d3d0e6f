/** The expressions of the network, by their names there. */
export const expressionNames = ['angry', 'disgusted', 'fearful', 'happy', 'neutral', 'sad', 'surprised'] as const;

/** Probabilities that sum to 1. */
export type Expressions = Readonly<Record<(typeof expressionNames)[number], number>>;
