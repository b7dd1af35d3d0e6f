import type { deviceRoutes } from '../../../shared/contract/index.ts';
import { changePassword } from '../password.ts';
import { done, type HandlersOf, type UseCases } from './use-cases.ts';

const ok = { ok: true } as const;

/** Who may come to a door, and who is sent away from it. */
export function deviceHandlers(use: UseCases): HandlersOf<typeof deviceRoutes> {
  const { context, auth, devices } = use;
  const { store } = context;
  /** Open pages are asked again whether they may stay. */
  const sentAway = () => context.changed('staff', 'manager');
  return {
    'auth/enrol': async ({ code }, caller) => ({ name: await devices.enrol(code, caller) }),
    'manager/devices': () => ({ items: devices.list(), gone: store.devices.gone() }),
    'manager/device-invite': ({ name }) => devices.invite(name),
    'manager/device-rename': done(({ id, name }) => devices.rename(id, name)),
    'manager/device-revoke': done(({ id }) => devices.revoke(id)),
    'manager/employee-doors': () => {
      const badges = store.badges.holders();
      const now = context.clock.wall();
      const sessions = store.sessions.ofEmployees().filter(({ expiresAt }) => expiresAt > now);
      return {
        items: store.employees.list().map(({ id }) => ({
          id,
          badge: badges.has(id),
          sessions: sessions.filter(({ employeeId }) => employeeId === id).length,
          lockedMinutes: auth.lockedMinutes('employee', id),
        })),
      };
    },
    'manager/employee-logout': done(({ id }) => {
      store.sessions.revoke(id);
      sentAway();
    }),
    'manager/unlock': done(({ kind, id }) => auth.unlock(kind, id)),
    'manager/password-change': async (change, caller) => {
      await changePassword(use, change, caller);
      return ok;
    },
    'manager/logout-everywhere': done((_input, caller) => {
      store.sessions.revokeManager(null);
      caller.setSession('manager', null, 0);
      sentAway();
    }),
  };
}
