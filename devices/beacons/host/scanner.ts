import { type Fault, faultOf } from './fault.ts';
import type { NobleHci } from './noble-hci.ts';
import type { Heard } from './wire.ts';

export interface ScannerEvents {
  heard(heard: Heard): void;
  listening(): void;
  /** The radio is gone or was never there. This process cannot mend it: noble does not resume after a power cycle. */
  lost(fault: Fault): void;
}

/** How soon scanning that another program ended is taken up again, in ms. Not at once: two programs must not fight at full speed. */
const reclaimAfter = 1000;

/** `aa:bb:cc:dd:ee:ff` to six bytes. */
function addressBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(6);
  for (let i = 0; i < 6; i++) bytes[i] = Number.parseInt(text.slice(3 * i, 3 * i + 2), 16);
  return bytes;
}

/**
 * Makes noble's HCI layer scan, and reports each advertising report as it came. Returns what switches scanning off again: the controller
 * would go on after this process.
 */
export function scan(load: () => NobleHci, now: () => number, events: ScannerEvents): () => void {
  let stop = () => {};
  let lost = false;
  const lose = (fault: Fault) => {
    if (lost) return;
    lost = true;
    events.lost(fault);
  };
  const lostBy: Record<string, Fault> = {
    poweredOff: {
      reason: 'powered-off',
      detail: 'The Bluetooth adapter is switched off; run "hciconfig hci0 up" or "rfkill unblock bluetooth".',
    },
    unauthorized: {
      reason: 'not-permitted',
      detail: 'Not allowed to use the Bluetooth adapter; give the radio host CAP_NET_RAW and CAP_NET_ADMIN.',
    },
    unsupported: {
      reason: 'unsupported-adapter',
      detail: 'This Bluetooth adapter is older than Bluetooth 4.0 and cannot hear beacons.',
    },
  };
  let scanning = false;
  try {
    const hci = load();
    // First, because the socket reports its error before noble says "powered off", and the error knows more.
    hci._socket.on('error', (error) => lose(faultOf(error)));
    hci.on('stateChange', (state: string) => {
      const fault = lostBy[state];
      if (fault !== undefined) lose(fault);
      else if (state === 'poweredOn' && !scanning) {
        scanning = true;
        // No duplicate filter: every packet is a measurement of strength.
        hci.setScanEnabled(true, false);
        stop = () => hci.setScanEnabled(false, false);
      }
    });
    hci.on('leScanEnableSet', (status: number) => {
      if (!scanning) return;
      // 0x0C: something else on this machine has scanning switched on already; its reports reach us all the same.
      if (status === 0 || status === 0x0c) events.listening();
      else lose({ reason: 'driver-failed', detail: `The adapter refused to scan (HCI status ${status}).` });
    });
    // Every program that ends its own scan ends everybody's: the controller knows one scan. Our own commands are not heard here.
    let reclaiming = false;
    hci.on('leScanEnableSetCmd', (enabled: boolean, filterDuplicates: boolean) => {
      if (!scanning || reclaiming || (enabled && !filterDuplicates)) return;
      reclaiming = true;
      setTimeout(() => {
        reclaiming = false;
        hci.setScanEnabled(true, false);
      }, reclaimAfter);
    });
    const hear = (address: string, data: Uint8Array, rssi: number) =>
      events.heard({ address: addressBytes(address), data, rssi, at: now() });
    hci.on('leAdvertisingReport', (_status, _type, address, _addressType, data, rssi) => hear(address, data, rssi));
    hci.on('leExtendedAdvertisingReport', (_status, _type, address, _addressType, _power, rssi, data) =>
      hear(address, data, rssi),
    );
    hci.init();
  } catch (error) {
    lose(faultOf(error));
  }
  return () => stop();
}
