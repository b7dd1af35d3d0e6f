import type { passkeyRoutes } from '../../../shared/contract/index.ts';
import { done, type HandlersOf, type UseCases } from './use-cases.ts';

const ok = { ok: true } as const;

/** The manager's passkeys. */
export function passkeyHandlers(use: UseCases): HandlersOf<typeof passkeyRoutes> {
  const { context, hours, passkeys } = use;
  return {
    'auth/passkey-options': (_input, { origin }) => passkeys.requestOptions(origin),
    'auth/passkey-login': async ({ credential }, caller) => {
      await passkeys.login(credential, caller);
      return ok;
    },
    'manager/passkeys': (_input, { origin }) => ({
      possible: passkeys.possible(origin),
      items: context.store.passkeys.list().map(({ id, name, host, madeAt, usedAt }) => ({ id, name, host, madeAt, usedAt })),
    }),
    'manager/passkey-options': (_input, { origin }) => passkeys.creationOptions(hours.settings().name, origin),
    'manager/passkey-add': async ({ name, credential }, { origin }) => {
      await passkeys.add(name, credential, origin);
      return ok;
    },
    'manager/passkey-rename': done(({ id, name }) => passkeys.rename(id, name)),
    'manager/passkey-remove': done(({ id }) => passkeys.remove(id)),
  };
}
