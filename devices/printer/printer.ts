import type { PrintResult } from '../../shared/contract/index.ts';

/** A slip printer. Every failure that is to be expected is a result. */
export interface Printer {
  /** Prints one job, whole or not at all as far as the printer lets that be known. When `signal` aborts, what was not taken is thrown away. */
  print(job: Uint8Array, signal: AbortSignal): Promise<PrintResult>;
  /** Asks how the printer stands without printing; `sent` when it is there but says nothing of itself. */
  look(signal: AbortSignal): Promise<PrintResult>;
}
