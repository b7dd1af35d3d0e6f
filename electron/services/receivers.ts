import { type GatewayStatus, silentAfter } from '../../devices/beacons/gateways/status.ts';
import type { ManagerSnapshot } from '../../shared/contract/index.ts';
import { type Dbm, type Millis, millis } from '../../shared/units.ts';

type Receiver = ManagerSnapshot['receivers'][number];

/** Whole seconds, so that a second in which nothing happened pushes nothing. */
const whole = (age: Millis | null): Millis | null => (age === null ? null : millis(Math.floor(age / 1000) * 1000));

/** Every receiver for the manager page: the gateways as configured, heard or not, after the radios that have been heard. */
export function receiversOf(
  heard: readonly { readonly id: string; readonly lastHeardAgeMs: Millis; readonly strongestDbm: Dbm | null }[],
  gateways: readonly GatewayStatus[],
): Receiver[] {
  const configured = new Set(gateways.map((gateway) => gateway.id));
  const radios = heard
    .filter((receiver) => !configured.has(receiver.id))
    .map(({ id, lastHeardAgeMs, strongestDbm }): Receiver => {
      const state = lastHeardAgeMs > silentAfter ? 'silent' : 'heard';
      return { id, kind: 'radio', state, reason: null, lastHeardAgeMs: whole(lastHeardAgeMs), strongestDbm };
    });
  const strongest = new Map(heard.map((receiver) => [receiver.id, receiver.strongestDbm]));
  return [
    ...radios,
    ...gateways.map(({ id, state, reason, lastHeardAgeMs }): Receiver => {
      const strongestDbm = strongest.get(id) ?? null;
      return { id, kind: 'gateway', state, reason, lastHeardAgeMs: whole(lastHeardAgeMs), strongestDbm };
    }),
  ];
}
