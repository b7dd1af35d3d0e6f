import type { auditRoutes } from '../../../shared/contract/index.ts';
import type { HandlersOf, UseCases } from './use-cases.ts';

/** Reading the audit log. Nothing writes to it but what happens. */
export const auditHandlers = ({ audit }: UseCases): HandlersOf<typeof auditRoutes> => ({
  'manager/audit': (filter) => audit.list(filter),
  'manager/audit-export': ({ after }) => audit.export(after),
});
