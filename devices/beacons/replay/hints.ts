import { createReadStream } from 'node:fs';
import { PrevenanceError } from '../../../shared/errors.ts';
import { advertisingReports } from '../reports.ts';
import { isResolvable, RpaHints } from '../rpa.ts';
import { readBtsnoop } from './btsnoop.ts';
import { unreadable } from './replay-source.ts';

/** Whether a telephone was heard at all: its addresses change, and only its key tells which may have been its own. */
export interface CaptureHints {
  readonly fitting: readonly { readonly address: string; readonly packets: number }[];
  /** Different private addresses in the capture, whoever sent them. */
  readonly resolvable: number;
}

/**
 * Looks through a btsnoop capture for addresses that one identity resolving key may have made.
 * @throws OperatorError for a file that cannot be read or is damaged
 */
export async function hintsOfCapture(file: string, irk: Uint8Array): Promise<CaptureHints> {
  const hints = new RpaHints();
  hints.set('given', irk);
  const seen = new Set<string>();
  const fitting = new Map<string, number>();
  const stream = createReadStream(file);
  try {
    for await (const { event } of readBtsnoop(stream)) {
      for (const { address } of advertisingReports(event)) {
        if (isResolvable(address)) seen.add(address);
        if (hints.hint(address) !== null) fitting.set(address, (fitting.get(address) ?? 0) + 1);
      }
    }
  } catch (error) {
    throw error instanceof PrevenanceError ? error : unreadable(file, error);
  } finally {
    stream.destroy();
  }
  return { fitting: [...fitting].map(([address, packets]) => ({ address, packets })), resolvable: seen.size };
}
