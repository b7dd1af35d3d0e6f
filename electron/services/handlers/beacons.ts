import type { beaconRoutes } from '../../../shared/contract/index.ts';
import { CallerError } from '../../../shared/errors.ts';
import type { Customer } from '../../store/customers.ts';
import { wallClock } from '../../wall-clock.ts';
import { done, type HandlersOf, type UseCases } from './use-cases.ts';

/** The routes about whose beacon is whose, on every page. */
export function beaconHandlers(use: UseCases): HandlersOf<typeof beaconRoutes> {
  const { carried, context, help, join, kiosk, registration } = use;
  /** Whose account may be shown. */
  const owner = (): Customer => {
    const customer = kiosk.customer();
    if (!kiosk.mayShowAccount()) throw new CallerError('confirm-first', 'choose your picture first', 403);
    return customer;
  };
  return {
    'kiosk/beacons': () => {
      const customer = owner();
      return { beacons: carried.of(customer), hasPicture: customer.picture !== null };
    },
    'kiosk/beacon-add': done((input) => {
      const customer = owner();
      carried.checkRoom(customer);
      join.begin({ kind: 'add', customer, with: input.with });
    }),
    'kiosk/beacon-share': done(({ handle }) => {
      const customer = owner();
      if (customer.picture === null) throw new CallerError('no-picture', 'without a picture nobody could be told apart', 409);
      const beacon = carried.find(customer, handle);
      carried.checkShares(beacon);
      join.share(beacon);
    }),
    'kiosk/beacon-block': done(({ handle, blocked }) => {
      const customer = owner();
      carried.block([carried.find(customer, handle)], blocked);
    }),
    'kiosk/beacon-remove': done(({ handle }) => carried.remove(owner(), handle)),
    'kiosk/beacon-help': ({ number, picture, act }) => {
      kiosk.visit();
      return { result: help.ask(number, picture, act) };
    },
    'manager/beacons-block': ({ number, blocked }) => {
      const customer = context.store.customers.byNumber(number);
      if (customer === undefined) throw new CallerError('no-such-customer', 'there is no customer with this number', 404);
      return { beacons: carried.blockAll(customer, blocked) };
    },
    'manager/clock': async () => ({ clock: await wallClock(context.clock.wall()) }),
    'operator/beacon-key': () => ({ publicKey: registration.publicKey() }),
    'operator/beacon-register': (request) => ({ beacons: registration.register(request) }),
  };
}
