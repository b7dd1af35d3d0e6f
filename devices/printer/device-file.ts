import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { PrintResult } from '../../shared/contract/index.ts';
import type { Printer } from './printer.ts';

/** How soon a printer that takes nothing at the moment is tried again. */
const AGAIN_MS = 20;
/** ESC @, which prints nothing. */
const harmless = Uint8Array.of(0x1b, 0x40);

/**
 * A printer that the system offers as a device file, `/dev/usb/lp0`. It is opened so that a write never waits: one that did would hold a
 * thread of the station for as long as the paper is out.
 */
export class DeviceFilePrinter implements Printer {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  async look(): Promise<PrintResult> {
    const file = await openPrinter(this.#path);
    if (typeof file === 'string') return file;
    await file.close();
    return 'sent';
  }

  async print(job: Uint8Array, signal: AbortSignal): Promise<PrintResult> {
    const file = await openPrinter(this.#path);
    if (typeof file === 'string') return file;
    try {
      // The driver takes the last piece on trust and forgets it when the file is closed: a harmless one behind it waits for its end.
      for (const piece of [job, harmless]) await writeAll(file, piece, signal);
      return 'sent';
    } catch (error) {
      return signal.aborted ? 'stopped' : resultOf(error);
    } finally {
      await file.close();
    }
  }
}

async function openPrinter(path: string): Promise<FileHandle | PrintResult> {
  let file: FileHandle;
  try {
    file = await open(path, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch (error) {
    return resultOf(error);
  }
  const kind = await file.stat();
  if (kind.isCharacterDevice() || kind.isFIFO()) return file;
  await file.close();
  return 'not-a-printer';
}

async function writeAll(file: FileHandle, bytes: Uint8Array, signal: AbortSignal): Promise<void> {
  for (let from = 0; from < bytes.length; ) {
    signal.throwIfAborted();
    try {
      from += (await file.write(bytes, from)).bytesWritten;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      await pause(AGAIN_MS);
    }
  }
}

function resultOf(error: unknown): PrintResult {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EACCES':
    case 'EPERM':
      return 'not-allowed';
    case 'EISDIR':
    case 'EROFS':
      return 'not-a-printer';
    case 'EPIPE':
    case 'EIO':
      return 'offline';
    default:
      return 'unreachable';
  }
}
