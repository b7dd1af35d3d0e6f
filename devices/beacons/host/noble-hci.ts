import type { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';

/**
 * The part of @abandonware/noble we use: its HCI layer. Everything above it merges the frames of an address, hides the first packet of a
 * connectable beacon and never forgets an address. Private API of a pinned version; test/radio runs the real thing.
 */
export interface NobleHci extends EventEmitter {
  init(): void;
  setScanEnabled(enabled: boolean, filterDuplicates: boolean): void;
  /** Replaced by hci-tap.ts before `init` hands it to the socket. */
  onSocketData(packet: Buffer): void;
  /** Its answer makes noble send its first commands for scanning. */
  readLocalVersion(): void;
  readSupportedCommands(): void;
  setLeEventMask(): void;
  setScanParameters(): void;
  /** Whether its commands for scanning, and its event mask, are those of Bluetooth 5. */
  _isExtended: boolean;
  readonly _socket: EventEmitter & { write(packet: Buffer): void };
}

/** Loads noble's HCI layer. Here, not at the top of a module: requiring it may throw where there is no Bluetooth. */
export function loadNobleHci(): NobleHci {
  const require = createRequire(import.meta.url);
  const Hci = require('@abandonware/noble/lib/hci-socket/hci.js') as new (options: object) => NobleHci;
  return new Hci({});
}
