import type { NobleHci } from './noble-hci.ts';

const event = 0x04;
const commandComplete = 0x0e;
const commandStatus = 0x0f;
const readSupportedCommands = 0x1002;
const setExtendedScanParameters = 0x2041;
/** Octet 37 of the supported commands, bits 5 and 6: set the parameters of extended scanning, and switch it on (Vol 4 Part E §6.27). */
const extendedScanning = 0x60;
/** Octet 37 in a Command Complete packet: after 3 bytes of header, 3 of command and 1 of status. */
const octet37 = 7 + 37;
/**
 * Active scanning without a break, on the 1 Mbit/s layer alone: every beacon begins there, and a radio that listens for coded packets too
 * misses half of the others. The interval is noble's for legacy scanning, 11.25 ms.
 */
const parameters = Buffer.from('0141200800000101' + '12001200', 'hex');

/** Command and status of a packet that answers one; null for any other. */
function answer(packet: Buffer): { readonly command: number; readonly status: number } | null {
  if (packet[0] !== event || packet.length < 7) return null;
  if (packet[1] === commandComplete) return { command: packet.readUInt16LE(4), status: packet[6]! };
  if (packet[1] === commandStatus) return { command: packet.readUInt16LE(5), status: packet[3]! };
  return null;
}

/**
 * Makes noble scan with the commands of Bluetooth 5 where the controller has them: with the others it would never report a packet longer
 * than 31 bytes. The question comes before the first command for scanning, because controllers refuse to mix the two kinds.
 * Returns what must see the socket's packets before noble; it keeps (true) those that noble must not.
 */
export function preferExtendedScan(hci: NobleHci): (packet: Buffer) => boolean {
  const readVersion = hci.readLocalVersion.bind(hci);
  const setLegacyParameters = hci.setScanParameters.bind(hci);
  // Other programs' answers come by as well, and the kernel asks when an adapter comes up.
  let asking = false;
  let setting = false;
  hci.readLocalVersion = () => {
    asking = true;
    hci.readSupportedCommands();
  };
  hci.setScanParameters = () => {
    setting = hci._isExtended;
    if (setting) hci._socket.write(parameters);
    else setLegacyParameters();
  };
  return (packet) => {
    const answered = answer(packet);
    if (answered?.command === readSupportedCommands) {
      // Kept from noble in any case: it reads the wrong bits.
      if (asking) {
        asking = false;
        hci._isExtended = answered.status === 0 && ((packet[octet37] ?? 0) & extendedScanning) === extendedScanning;
        if (hci._isExtended) hci.setLeEventMask();
        readVersion();
      }
      return true;
    }
    if (answered?.command === setExtendedScanParameters && setting) {
      setting = false;
      if (answered.status === 0) return false;
      // It claims what it cannot do, or somebody used the older commands before us. The event mask may stay.
      hci._isExtended = false;
      hci.setScanEnabled(false, false);
      hci.setScanParameters();
      return true;
    }
    return false;
  };
}
