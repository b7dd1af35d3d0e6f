import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { encode as qr } from 'uqr';
import type { PrinterSettings } from '../../shared/contract/index.ts';
import type { Slip, SlipPart } from '../../shared/printing/slip.ts';
import { printable } from './printable.ts';

/** Characters of the standard font (12 dots) in a line, and dots of the head at 203 dpi, by the width of the paper in millimetres. */
const paper = { 58: { columns: 32, dots: 384 }, 80: { columns: 48, dots: 576 } } as const;
/** Dots of a QR module: fewer cannot be read by a telephone, more waste paper. */
const dotsPerModule = { least: 3, most: 8 } as const;
/** Light modules around a code, as ISO/IEC 18004 demands. */
const QUIET = 4;
/** Lines between the last one and the knife, or the edge to tear at. */
const FEED = 4;

/** How {@link encodeSlip} writes for a printer. */
export type PaperSettings = Pick<PrinterSettings, 'codepage' | 'paperMm' | 'cut'>;

/** A slip as the bytes of ESC/POS. */
export function encodeSlip(slip: Slip, settings: PaperSettings): Uint8Array {
  const encoder = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns: paper[settings.paperMm].columns,
    codepageMapping: 'epson',
    codepageCandidates: ['cp437', 'cp858', 'windows1252'],
    feedBeforeCut: FEED,
    newline: '\n',
  });
  encoder.initialize().codepage(settings.codepage);
  for (const part of slip) write(encoder, part, settings);
  if (settings.cut) encoder.cut('partial');
  else encoder.newline(FEED);
  return encoder.encode();
}

function write(encoder: ReceiptPrinterEncoder, part: SlipPart, { codepage, paperMm }: PaperSettings): void {
  const say = (text: string) => printable(text, codepage);
  const { columns, dots } = paper[paperMm];
  switch (part.kind) {
    case 'head':
      encoder.align('center').line(say(part.text)).align('left').newline();
      return;
    case 'title':
      encoder.bold(true).size(1, 2).line(say(part.text)).size(1, 1).bold(false);
      return;
    case 'text':
      encoder.line(say(part.text));
      return;
    case 'pair': {
      const [name, value] = [say(part.name), say(part.value)];
      if (name.length + 1 + value.length > columns) encoder.line(name).align('right').line(value).align('left');
      else encoder.line(name + value.padStart(columns - name.length));
      return;
    }
    case 'code': {
      const { size } = qr(part.text, { ecc: 'M', border: QUIET });
      const dot = Math.min(dotsPerModule.most, Math.max(dotsPerModule.least, Math.floor(dots / size)));
      encoder
        .newline()
        .align('center')
        .qrcode(asBytes(part.text), { model: 2, size: dot, errorlevel: 'm' })
        .align('left')
        .newline();
      return;
    }
    case 'rule':
      encoder.rule();
  }
}

/** The encoder writes each character of a code as one byte of Latin-1; telephones read the bytes as UTF-8. */
const asBytes = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text));
