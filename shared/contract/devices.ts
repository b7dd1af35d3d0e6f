import * as v from 'valibot';
import { route } from './route.ts';
import { EpochMsValue, Id, Text } from './values.ts';

const done = v.strictObject({ ok: v.literal(true) });
const nothing = v.strictObject({});

/** An enrolled browser as the manager sees it. */
const DeviceView = v.strictObject({
  id: Id,
  name: v.string(),
  enrolledAt: EpochMsValue,
  /** Last log-in of an employee on it. */
  usedAt: v.nullable(EpochMsValue),
  /** First name of the employee whose session is open on it now. */
  employee: v.nullable(v.string()),
  /** Minutes for which it takes no PIN after too many wrong ones. */
  lockedMinutes: v.nullable(v.number()),
});
export type DeviceView = v.InferOutput<typeof DeviceView>;

export const DeviceName = v.strictObject({ name: Text(40) });
export const NewPassword = v.pipe(v.string(), v.minLength(10), v.maxLength(200));
export const PasswordChange = v.strictObject({
  current: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  next: NewPassword,
});

export const deviceRoutes = {
  /** Trades a one-time code that the manager made for a device token (a cookie). */
  'auth/enrol': route('anyone', v.strictObject({ code: Text(20) }), v.strictObject({ name: v.string() })),
  /** `gone`: those that were sent away, whose names the log still needs. */
  'manager/devices': route(
    'manager',
    nothing,
    v.strictObject({ items: v.array(DeviceView), gone: v.array(v.strictObject({ id: Id, name: v.string() })) }),
  ),
  /** A one-time enrolment code; making a new one ends the one before. */
  'manager/device-invite': route('manager', DeviceName, v.strictObject({ code: v.string(), seconds: v.number() })),
  'manager/device-rename': route('manager', v.strictObject({ id: Id, ...DeviceName.entries }), done),
  /** Ends the device's enrolment and every session on it, at once. */
  'manager/device-revoke': route('manager', v.strictObject({ id: Id }), done),
  /** How each employee gets in: what the list of employees does not say. */
  'manager/employee-doors': route(
    'manager',
    nothing,
    v.strictObject({
      items: v.array(v.strictObject({ id: Id, badge: v.boolean(), sessions: v.number(), lockedMinutes: v.nullable(v.number()) })),
    }),
  ),
  /** Ends every session of an employee, at once. */
  'manager/employee-logout': route('manager', v.strictObject({ id: Id }), done),
  /** Lets an employee or a device try again after too many wrong PINs. */
  'manager/unlock': route('manager', v.strictObject({ kind: v.picklist(['employee', 'device']), id: Id }), done),
  /** Ends every other session of the manager. */
  'manager/password-change': route('manager', PasswordChange, done),
  'manager/logout-everywhere': route('manager', nothing, done),
};
