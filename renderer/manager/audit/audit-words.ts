import type { I18n, MessageDescriptor } from '@lingui/core';

/** What a route does, for those a manager asks about; others stand under their own name. */
const deeds: Readonly<Record<string, MessageDescriptor>> = {
  'auth/employee-login': /*i18n*/ { id: 'manager.audit.deed.employee-login', message: 'Employee logs in' },
  'auth/manager-login': /*i18n*/ { id: 'manager.audit.deed.manager-login', message: 'Manager logs in' },
  'auth/passkey-login': /*i18n*/ { id: 'manager.audit.deed.passkey-login', message: 'Manager logs in with a passkey' },
  'auth/setup': /*i18n*/ { id: 'manager.audit.deed.setup', message: 'Store is set up' },
  'auth/logout': /*i18n*/ { id: 'manager.audit.deed.logout', message: 'Logs out' },
  'auth/enrol': /*i18n*/ { id: 'manager.audit.deed.enrol', message: 'Device is enrolled' },
  'staff/duty': /*i18n*/ { id: 'manager.audit.deed.duty', message: 'Goes on or off duty' },
  'staff/claim': /*i18n*/ { id: 'manager.audit.deed.claim', message: 'Claims a call' },
  'staff/release': /*i18n*/ { id: 'manager.audit.deed.release', message: 'Hands a call back' },
  'staff/arrive': /*i18n*/ { id: 'manager.audit.deed.arrive', message: 'Arrives at a call' },
  'staff/resolve': /*i18n*/ { id: 'manager.audit.deed.resolve', message: 'Resolves a call' },
  'staff/matter-reply': /*i18n*/ { id: 'manager.audit.deed.matter-reply', message: 'Replies to a complaint or idea' },
  'manager/matter-reply': /*i18n*/ { id: 'manager.audit.deed.matter-reply', message: 'Replies to a complaint or idea' },
  'manager/matter-assign': /*i18n*/ {
    id: 'manager.audit.deed.matter-assign',
    message: 'Says who answers a complaint or idea',
  },
  'manager/matter-erase': /*i18n*/ { id: 'manager.audit.deed.matter-erase', message: 'Erases a complaint or idea' },
  'manager/matter-settings': /*i18n*/ {
    id: 'manager.audit.deed.matter-settings',
    message: 'Changes what is promised about complaints',
  },
  'manager/matters': /*i18n*/ { id: 'manager.audit.deed.matters', message: 'Reads complaints and ideas' },
  'staff/matters': /*i18n*/ { id: 'manager.audit.deed.matters', message: 'Reads complaints and ideas' },
  'manager/notes': /*i18n*/ { id: 'manager.audit.deed.notes', message: 'Reads what shoppers left word of' },
  'manager/zone-save': /*i18n*/ { id: 'manager.audit.deed.zone-save', message: 'Changes a zone' },
  'manager/zone-delete': /*i18n*/ { id: 'manager.audit.deed.zone-delete', message: 'Deletes a zone' },
  'manager/offer-save': /*i18n*/ { id: 'manager.audit.deed.offer-save', message: 'Changes an offer' },
  'manager/offer-delete': /*i18n*/ { id: 'manager.audit.deed.offer-delete', message: 'Deletes an offer' },
  'manager/employee-save': /*i18n*/ { id: 'manager.audit.deed.employee-save', message: 'Changes an employee' },
  'manager/employee-logout': /*i18n*/ { id: 'manager.audit.deed.employee-logout', message: 'Logs an employee out everywhere' },
  'manager/unlock': /*i18n*/ { id: 'manager.audit.deed.unlock', message: 'Unlocks after wrong PINs' },
  'manager/store-save': /*i18n*/ { id: 'manager.audit.deed.store-save', message: 'Changes the store' },
  'manager/import-products': /*i18n*/ { id: 'manager.audit.deed.import-products', message: 'Imports products' },
  'manager/import-purchases': /*i18n*/ { id: 'manager.audit.deed.import-purchases', message: 'Imports purchases' },
  'manager/device-invite': /*i18n*/ { id: 'manager.audit.deed.device-invite', message: 'Makes an enrolment code' },
  'manager/device-rename': /*i18n*/ { id: 'manager.audit.deed.device-rename', message: 'Renames a device' },
  'manager/device-revoke': /*i18n*/ { id: 'manager.audit.deed.device-revoke', message: 'Revokes a device' },
  'manager/passkey-add': /*i18n*/ { id: 'manager.audit.deed.passkey-add', message: 'Adds a passkey' },
  'manager/passkey-remove': /*i18n*/ { id: 'manager.audit.deed.passkey-remove', message: 'Removes a passkey' },
  'manager/password-change': /*i18n*/ { id: 'manager.audit.deed.password-change', message: 'Changes the password' },
  'manager/logout-everywhere': /*i18n*/ {
    id: 'manager.audit.deed.logout-everywhere',
    message: 'Logs the manager out everywhere',
  },
  'manager/audit-export': /*i18n*/ { id: 'manager.audit.deed.audit-export', message: 'Exports this log' },
  'station/start': /*i18n*/ { id: 'manager.audit.deed.start', message: 'Station starts' },
  'station/audit-lost': /*i18n*/ { id: 'manager.audit.deed.lost', message: 'Records lost while the disk was full' },
};

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
