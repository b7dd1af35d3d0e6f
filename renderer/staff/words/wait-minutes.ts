/** The window in which tries are counted: the longest a throttled door can stay shut. */
const LONGEST_WAIT_MIN = 15;

/** How many minutes a throttled door stays shut; the station says it in its message. */
export const waitMinutes = (message: string): number => Number(/(\d+) min/.exec(message)?.[1] ?? LONGEST_WAIT_MIN);
