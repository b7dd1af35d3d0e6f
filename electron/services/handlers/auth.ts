import type { authRoutes } from '../../../shared/contract/index.ts';
import { done, type HandlersOf, type UseCases } from './use-cases.ts';

const ok = { ok: true } as const;

/** Logging in and out, and a new store's set-up. */
export function authHandlers(use: UseCases): HandlersOf<typeof authRoutes> {
  const { context, auth, hours, passkeys } = use;
  const { store } = context;
  return {
    'auth/employee-login': async ({ code, pin }, caller) => {
      const { id, name } = await auth.employeeLogin(code, pin, caller);
      return { id, name };
    },
    'auth/manager-login': async ({ password }, caller) => {
      await auth.managerLogin(password, caller);
      return ok;
    },
    'auth/setup': async ({ code, password }, caller) => {
      await auth.setup(code, password, caller);
      return ok;
    },
    'auth/logout': done(({ page }, caller) => {
      if (page === 'staff' && caller.employeeId !== null) caller.identify({ actor: `employee:${caller.employeeId}` });
      auth.logout(page, caller);
    }),
    'auth/doors': (_input, caller) => ({
      storeName: hours.settings().name,
      setupNeeded: store.settings.read('managerPasswordHash') === undefined,
      employee: caller.employeeId !== null,
      manager: caller.manager,
      device: caller.device,
      passkey: passkeys.usable(caller.origin),
      demo: store.settings.read('demo') ?? null,
    }),
  };
}
