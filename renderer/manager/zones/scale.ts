/** The signal strip runs over this range: weaker is not heard indoors, stronger is a beacon touching the aerial. */
export const WEAKEST_DBM = -100;
export const STRONGEST_DBM = -30;

/** Place of a strength on the strip, from 0 (weakest) to 1; what lies outside sits at the end. */
export const onStrip = (dbm: number): number => Math.min(1, Math.max(0, (dbm - WEAKEST_DBM) / (STRONGEST_DBM - WEAKEST_DBM)));

/** Where a strength falls for a zone: at or above `near` it is near, below `far` it is far, between them nothing changes. */
export function band(dbm: number, near: number, far: number): 'near' | 'between' | 'far' {
  if (dbm >= near) return 'near';
  return dbm < far ? 'far' : 'between';
}
