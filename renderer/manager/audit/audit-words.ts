import type { I18n, MessageDescriptor } from '@lingui/core';
import { deeds } from './deeds.ts';

const outcomes: Readonly<Record<string, MessageDescriptor>> = {
  ok: /*i18n*/ { id: 'manager.audit.ok', message: 'done' },
  'wrong-login': /*i18n*/ { id: 'manager.audit.wrong-login', message: 'refused: wrong PIN or password' },
  'wrong-password': /*i18n*/ { id: 'manager.audit.wrong-password', message: 'refused: wrong password' },
  'wrong-code': /*i18n*/ { id: 'manager.audit.wrong-code', message: 'refused: wrong or old code' },
  throttled: /*i18n*/ { id: 'manager.audit.throttled', message: 'refused: too many tries' },
  'not-allowed': /*i18n*/ { id: 'manager.audit.not-allowed', message: 'refused: not logged in for this' },
  'cross-site': /*i18n*/ { id: 'manager.audit.cross-site', message: 'refused: sent by another site' },
  'wrong-host': /*i18n*/ { id: 'manager.audit.wrong-host', message: 'refused: under a foreign address' },
  invalid: /*i18n*/ { id: 'manager.audit.invalid', message: 'refused: not a proper request' },
  'disk-full': /*i18n*/ { id: 'manager.audit.disk-full', message: 'failed: the disk is full' },
};

export const deedWords = (action: string, i18n: I18n): string => {
  const words = deeds[action];
  return words === undefined ? action : i18n._(words);
};

export const outcomeWords = (outcome: string, i18n: I18n): string => {
  const words = outcomes[outcome];
  if (words !== undefined) return i18n._(words);
  return i18n._({ id: 'manager.audit.refused', message: 'refused: {code}', values: { code: outcome } });
};

/** Names for the identifiers that the log holds. */
export interface Names {
  readonly employees: ReadonlyMap<string, string>;
  readonly devices: ReadonlyMap<string, string>;
}

export function actorWords(actor: string, names: Names, i18n: I18n): string {
  if (actor.startsWith('employee:')) {
    const id = actor.slice('employee:'.length);
    return names.employees.get(id) ?? id;
  }
  if (actor === 'manager') return i18n._({ id: 'manager.audit.actor.manager', message: 'Manager' });
  if (actor === 'operator') return i18n._({ id: 'manager.audit.actor.operator', message: 'Command on the station' });
  if (actor === 'station') return i18n._({ id: 'manager.audit.actor.station', message: 'Station' });
  return i18n._({ id: 'manager.audit.actor.nobody', message: 'Nobody known' });
}

export function deviceWords(device: string | null, names: Names, i18n: I18n): string {
  if (device === null) return '';
  if (device === 'this-machine') return i18n._({ id: 'manager.audit.device.here', message: 'the station’s own machine' });
  if (device === 'network') return i18n._({ id: 'manager.audit.device.network', message: 'a browser on the network' });
  return names.devices.get(device) ?? device;
}
