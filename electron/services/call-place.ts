import type { Call } from '../../shared/assistance/call.ts';
import type { Context } from './context.ts';

/** Where the shopper of a call stands, in the manager's words. */
export function placeOf({ store }: Context, call: Call): string {
  const zones = store.zones.list().map(({ value }) => value);
  const zone = zones.find(({ id }) => id === call.zoneId) ?? zones.find(({ purpose }) => purpose === 'greet');
  return zone?.name ?? store.settings.read('store')?.name ?? 'Prévenance';
}
