import { PRINTER_PORT, type PrinterSettings } from '../../../shared/contract/index.ts';
import { parseNumber } from '../forms/parse.ts';

/** The printer as it stands in the form: every way to reach it keeps what was typed. */
export interface PrinterDraft {
  readonly kind: PrinterSettings['connection']['kind'];
  readonly host: string;
  readonly port: string;
  readonly path: string;
  readonly codepage: PrinterSettings['codepage'];
  readonly paperMm: PrinterSettings['paperMm'];
  readonly cut: boolean;
}

export function printerDraft({ connection, codepage, paperMm, cut }: PrinterSettings): PrinterDraft {
  return {
    kind: connection.kind,
    host: connection.kind === 'network' ? connection.host : '',
    port: String(connection.kind === 'network' ? connection.port : PRINTER_PORT),
    path: connection.kind === 'device' ? connection.path : '/dev/usb/lp0',
    codepage,
    paperMm,
    cut,
  };
}

/** The form as the contract wants it. */
export const readPrinter = ({ kind, host, port, path, codepage, paperMm, cut }: PrinterDraft) => ({
  connection: kind === 'network' ? { kind, host, port: parseNumber(port) } : kind === 'device' ? { kind, path } : { kind },
  codepage,
  paperMm,
  cut,
});
