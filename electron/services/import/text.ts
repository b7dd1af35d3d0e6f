import { isUtf8 } from 'node:buffer';
import type { Encoding } from './tally.ts';

/** The bytes of a file as UTF-8 text, or why they are no text. */
export type TextFile =
  | { readonly ok: true; readonly utf8: Buffer; readonly encoding: Encoding }
  | { readonly ok: false; readonly problem: string };

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, index) => bytes[index] === byte);

/**
 * Finds the encoding of a CSV file. What is valid UTF-8 is UTF-8; anything else is taken for Windows-1252, which is what French
 * spreadsheet programs write when asked for plain "CSV".
 */
export function readText(bytes: Uint8Array): TextFile {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    return { ok: false, problem: 'this is a spreadsheet, not a CSV file: save it as "CSV UTF-8" first' };
  }
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    return { ok: false, problem: 'this file is UTF-16: save it as "CSV UTF-8" first' };
  }
  if (bytes.includes(0)) return { ok: false, problem: 'this file is not text' };
  if (isUtf8(bytes)) {
    const body = startsWith(bytes, 0xef, 0xbb, 0xbf) ? bytes.subarray(3) : bytes;
    return { ok: true, utf8: Buffer.from(body.buffer, body.byteOffset, body.byteLength), encoding: 'utf-8' };
  }
  return { ok: true, utf8: Buffer.from(new TextDecoder('windows-1252').decode(bytes)), encoding: 'windows-1252' };
}

/** The delimiter of a CSV file, by its first line: French spreadsheet programs write semicolons. */
export function delimiterOf(utf8: Buffer): ',' | ';' {
  const end = utf8.findIndex((byte) => byte === 0x0a || byte === 0x0d);
  const header = utf8.subarray(0, end === -1 ? utf8.length : end).toString();
  return header.split(';').length > header.split(',').length ? ';' : ',';
}
