import { createRequire } from 'node:module';
import { SeamSocket } from './socket.ts';

/** Puts the seam where noble's HCI code looks for its socket. Must run before noble is loaded. */
export function installSeam(): typeof SeamSocket {
  const fromHere = createRequire(import.meta.url);
  const fromNoble = createRequire(fromHere.resolve('@abandonware/noble/lib/hci-socket/hci.js'));
  const name = fromNoble.resolve('@abandonware/bluetooth-hci-socket');
  fromNoble.cache[name] = { id: name, filename: name, loaded: true, exports: SeamSocket } as unknown as NodeJS.Module;
  return SeamSocket;
}
