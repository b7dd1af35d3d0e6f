import type { PrintResult } from '../../shared/contract/index.ts';

/*
 * Status in ESC/POS, after Epson's command reference (DLE EOT n, GS r n, DLE DC4 fn = 8). Real-time commands are answered at once, whatever
 * waits in the printer's buffer; GS r is answered in its turn, when all that came before it has been dealt with.
 */

/** DLE EOT 1, 2, 4: the printer, why it is off line, its paper. */
export const askStatus = [1, 2, 4].map((n) => Uint8Array.of(0x10, 0x04, n)) as readonly Uint8Array[];
/** GS r 1: answered once all that came before is printed. */
export const askDone = Uint8Array.of(0x1d, 0x72, 0x01);
/** DLE DC4 8: throws away what waits in the printer. */
export const throwAway = Uint8Array.of(0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08);

/** Whether a byte answers a real-time question (bits 1 and 4 set, 0 and 7 clear), rather than GS r (bits 4 and 7 clear). */
export const isRealTime = (byte: number): boolean => (byte & 0b1001_0011) === 0b0001_0010;

/** What one real-time answer says; null when nothing is wrong. @param question which of {@link askStatus}, from 0 */
export function troubleIn(question: number, byte: number): PrintResult | null {
  const has = (bits: number) => (byte & bits) !== 0;
  if (question === 0) return has(0x08) ? 'offline' : null;
  if (question === 1) return has(0x04) ? 'cover-open' : has(0x20) ? 'paper-out' : has(0x40) ? 'faulty' : null;
  return has(0x60) ? 'paper-out' : null;
}

/** The one trouble that helps most: off line is only the consequence of an open cover or of missing paper. */
export const worst = (troubles: readonly (PrintResult | null)[]): PrintResult | null =>
  (['cover-open', 'paper-out', 'faulty', 'offline'] as const).find((trouble) => troubles.includes(trouble)) ?? null;
