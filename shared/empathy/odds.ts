/** Log-odds of a probability. @param p strictly between 0 and 1 */
export const logOdds = (p: number): number => Math.log(p / (1 - p));

/** The probability of log-odds. */
export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));
