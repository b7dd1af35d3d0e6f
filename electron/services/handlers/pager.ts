import type { pagerRoutes } from '../../../shared/contract/index.ts';
import { employeeOf } from './staff.ts';
import { done, type HandlersOf, type UseCases } from './use-cases.ts';

/** The routes about ways to reach people. */
export function pagerHandlers({ context, pager, pagerChannels, push }: UseCases): HandlersOf<typeof pagerRoutes> {
  return {
    'manager/pager': () => ({ items: pagerChannels.items(), pushPages: push.count() }),
    'manager/pager-save': done((settings) => pagerChannels.save(settings)),
    'manager/pager-order': done(({ ids }) => pagerChannels.order(ids)),
    'manager/pager-delete': done(({ id }) => pagerChannels.delete(id)),
    'manager/pager-restore': done(({ id }) => pagerChannels.restore(id)),
    'manager/pager-test': async ({ id }) => {
      const result = await pager.test(id);
      return result.ok ? { trouble: null, detail: '' } : { trouble: result.trouble, detail: result.detail };
    },
    'staff/push-key': () => ({ publicKey: push.publicKey() }),
    'staff/push-on': done((subscription, caller) => push.add(subscription, employeeOf(caller, context).id)),
    'staff/push-off': done(({ endpoint }) => push.remove(endpoint)),
  };
}
