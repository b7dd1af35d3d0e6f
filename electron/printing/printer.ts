import { DeviceFilePrinter } from '../../devices/printer/device-file.ts';
import { NetworkPrinter } from '../../devices/printer/network.ts';
import type { Printer } from '../../devices/printer/printer.ts';
import type { PrinterConnection } from '../../shared/contract/index.ts';

/** The printer that the manager named; null where there is none. */
export function printerAt(connection: PrinterConnection): Printer | null {
  switch (connection.kind) {
    case 'network':
      return new NetworkPrinter(connection);
    case 'device':
      return new DeviceFilePrinter(connection.path);
    case 'none':
      return null;
  }
}
