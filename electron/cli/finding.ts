/** What the doctor found. `needed`: without it the station does not do what it was asked to; otherwise something works less well. */
export interface Finding {
  readonly what: string;
  readonly state: 'ok' | 'missing' | 'failed';
  readonly needed: boolean;
  readonly detail: string;
  /** What to do about it; null when there is nothing to do. */
  readonly remedy: string | null;
}

export const found = (
  what: string,
  state: Finding['state'],
  needed: boolean,
  detail: string,
  remedy: string | null = null,
): Finding => ({ what, state, needed, detail, remedy });
