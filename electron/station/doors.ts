import { writeHead } from '../noted-head.ts';
import { AuditLog } from '../services/audit.ts';
import { AuthService } from '../services/auth.ts';
import { Devices } from '../services/devices.ts';
import { Doorkeeper } from '../services/doorkeeper.ts';
import { Passkeys } from '../services/passkeys.ts';
import type { Ground } from './ground.ts';

/** Who may come in, on which device, and what they did: log-in, passkeys, enrolled devices, audit log. */
export async function makeDoors({ context, demo, folder, secrets }: Ground) {
  const doorkeeper = new Doorkeeper(context, demo);
  const auth = new AuthService(context, secrets, doorkeeper);
  const devices = new Devices(context, auth);
  const passkeys = new Passkeys(context, secrets, auth);
  const audit = new AuditLog(context, secrets, (head) => writeHead(folder, 'audit', head));
  const setupCode = await auth.prepare();
  return { doorkeeper, auth, devices, passkeys, audit, setupCode };
}

export type Doors = Awaited<ReturnType<typeof makeDoors>>;
