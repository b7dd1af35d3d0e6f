import { fromHex } from '../hex.ts';
import { Reassembly } from '../reassembly.ts';
import { advertisingReports } from '../reports.ts';
import { preferExtendedScan } from './extended-scan.ts';
import { explained, type Fault, faultOf } from './fault.ts';
import { tap } from './hci-tap.ts';
import type { NobleHci } from './noble-hci.ts';
import { radioBlocked } from './sysfs.ts';
import { type Heard, unknownRssi } from './wire.ts';

export interface ScannerEvents {
  heard(heard: Heard): void;
  listening(): void;
  /** The radio is gone or was never there. This process cannot mend it: noble does not resume after a power cycle. */
  lost(fault: Fault): void;
}

/** How soon scanning that another program ended is taken up again, in ms. Not at once: two programs must not fight at full speed. */
const reclaimAfter = 1000;

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
    events.lost(explained(fault, radioBlocked()));
  };
  const lostBy: Record<string, Fault> = {
    poweredOff: {
      reason: 'powered-off',
      detail: 'The Bluetooth adapter is switched off; run "hciconfig hci0 up".',
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
    const reassembly = new Reassembly();
    const hear = (event: Uint8Array) => {
      const at = now();
      for (const report of advertisingReports(event)) {
        const whole = reassembly.take(report, at);
        if (whole === null) continue;
        const { address, rssi, data } = whole;
        events.heard({ address: fromHex(address)!, data, rssi: rssi ?? unknownRssi, at });
      }
    };
    tap(hci, hear, preferExtendedScan(hci));
    hci.init();
  } catch (error) {
    lose(faultOf(error));
  }
  return () => stop();
}
