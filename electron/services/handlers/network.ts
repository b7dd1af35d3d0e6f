import type { networkRoutes } from '../../../shared/contract/index.ts';
import type { HandlersOf, UseCases } from './use-cases.ts';

/** The manager's view of the store's network. */
export const networkHandlers = ({ network }: UseCases): HandlersOf<typeof networkRoutes> => ({
  'manager/network': () => network.standing(),
  'manager/network-hand-out': ({ open }) => network.setHandOut(open),
});
