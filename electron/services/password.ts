import { CallerError } from '../../shared/errors.ts';
import { demoPassword } from '../demo/people.ts';
import { hashToken } from '../server/cookies.ts';
import type { Caller } from '../server/http.ts';
import type { AuthService } from './auth.ts';
import type { Context } from './context.ts';
import type { Secrets } from './secrets.ts';

/** @throws CallerError `known-password` for the one that is printed on every demo store's door */
export function refuseKnownPassword(password: string): void {
  if (password.trim().toLowerCase() === demoPassword)
    throw new CallerError('known-password', 'this is the password of the demo store; choose another', 422);
}

/** Changes the manager's password and ends every other session that was opened with the old one. */
export async function changePassword(
  { context, secrets, auth }: { readonly context: Context; readonly secrets: Secrets; readonly auth: AuthService },
  change: { readonly current: string; readonly next: string },
  caller: Caller,
): Promise<void> {
  const { settings, sessions } = context.store;
  if (settings.read('demo') !== undefined)
    throw new CallerError('demo-password', 'the password of a demo store stands on its door', 409);
  const hash = await auth.limited('manager', caller, async () => {
    const hash = settings.read('managerPasswordHash') ?? '';
    if (!(await secrets.verify(hash, change.current))) throw new CallerError('wrong-password', 'this is not the password', 403);
    return hash;
  });
  refuseKnownPassword(change.next);
  const next = await secrets.hash(change.next);
  const own = caller.token('manager');
  context.store.transaction(() => {
    if (settings.read('managerPasswordHash') !== hash)
      throw new CallerError('password-raced', 'the password was changed meanwhile', 409);
    settings.write('managerPasswordHash', next, 'manager', context.clock.wall());
    sessions.revokeManager(own === null ? null : hashToken(own));
  });
  context.changed('manager');
}
