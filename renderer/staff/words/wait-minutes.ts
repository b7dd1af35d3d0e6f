import type { Refused } from '../../api.ts';

/** The window in which tries are counted: the longest a throttled door can stay shut. */
const LONGEST_WAIT_MIN = 15;

/** How many minutes a throttled door stays shut, as the station says beside its refusal. */
export const waitMinutes = ({ issues }: Pick<Refused, 'issues'>): number =>
  Number(issues.find(({ path }) => path === 'minutes')?.message ?? LONGEST_WAIT_MIN);
