/** One budget beside its measured figure and the baseline measured in the same run. */
export interface Figure {
  readonly what: string;
  readonly budget: string;
  readonly measured: string;
  readonly baseline: string;
  readonly ok: boolean;
}

/** The value below which `share` of all values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
