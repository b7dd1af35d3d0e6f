import * as v from 'valibot';
import { AuditRecord } from '../audit/record.ts';
import type { RouteName } from './index.ts';
import { route } from './route.ts';

/** Records listed or exported in one answer. */
export const AUDIT_PAGE = 200;
export const AUDIT_CHUNK = 2_000;

/** The end of the log, signed by the station: kept with an export, it tells whether the log was cut or rewritten since. */
export const AuditHead = v.strictObject({ seq: v.number(), hash: v.string(), signature: v.string() });
export type AuditHead = v.InferOutput<typeof AuditHead>;

const Seq = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const auditRoutes = {
  /** Newest first. */
  'manager/audit': route(
    'manager',
    v.strictObject({
      /** Only what came before this record; null begins at the end. */
      before: v.nullable(Seq),
      /** Only this actor; null is everybody. */
      actor: v.nullable(v.pipe(v.string(), v.maxLength(80))),
      refusedOnly: v.boolean(),
    }),
    v.strictObject({ items: v.array(AuditRecord), more: v.boolean() }),
  ),
  /** Oldest first, a chunk at a time, each line as it is stored; `head` after the last chunk. */
  'manager/audit-export': route(
    'manager',
    v.strictObject({ after: Seq }),
    v.strictObject({ lines: v.array(v.string()), next: v.nullable(Seq), head: v.nullable(AuditHead) }),
  ),
};

/**
 * Routes that leave no audit record, each with its reason; every other one does, refused attempts included. Refusals of these are
 * recorded too. Routes of the role `kiosk` are never recorded: there is no way to say who a shopper is, and none is wanted.
 */
export const unaudited: Partial<Record<RouteName, string>> = {
  'auth/doors': 'asked by every page before anyone is logged in; changes nothing and tells no secret',
  transparency: 'what shoppers read; changes nothing and tells no secret',
  'auth/passkey-options': 'a random number; the log-in that follows is recorded',
  'staff/delivered': 'a receipt that the page sends by itself',
  'staff/seen': 'a receipt that the page sends by itself',
  'staff/push-key': 'a public key, asked whenever the menu is opened',
  'manager/pager': 'reads settings; no secret can be read',
  'manager/goodwill': 'reads the books and the budget, again whenever they are looked at',
  'staff/floor-plan': 'a thumbnail that the page shows with each call',
  'staff/goodwill-today': 'the employee reads their own',
  'manager/zones': 'reads settings',
  'manager/offers': 'reads settings',
  'manager/products': 'reads the catalogue',
  'manager/employees': 'reads settings; no PIN can be read',
  'manager/store': 'reads settings',
  'manager/controller': 'reads settings',
  'manager/ask': 'reads settings',
  'manager/ask-try': 'what would be answered; nothing of it is kept',
  'manager/empathy': 'reads settings and figures that are about nobody',
  'manager/feedback': 'reads figures, and words that lead to nobody',
  'manager/report': 'reads figures that are about nobody',
  'manager/demo-customers': 'reads the names of made-up people',
  'manager/devices': 'reads the list, again whenever it is looked at',
  'manager/employee-doors': 'reads the list, again whenever it is looked at',
  'manager/corrections': 'reads settings',
  'manager/escalation': 'reads settings',
  'manager/network': 'reads how the station stands',
  'manager/synonyms': 'reads settings',
  'manager/plan': 'reads the floor plan',
  'manager/look': 'reads settings',
  'manager/access': 'reads settings',
  'manager/printer': 'reads settings',
  'manager/special-days': 'reads settings',
  'manager/rota': 'reads settings',
  'manager/call-report': 'reads figures that are about nobody',
  'manager/passkeys': 'reads the list',
  'manager/passkey-options': 'a random number; the adding that follows is recorded',
  'manager/consent-texts': 'reads the words that every shopper reads',
  'manager/retention': 'reads figures that are about nobody',
  'manager/clock': 'reads how the clock stands',
  'manager/audit': 'looking at the log would fill it; taking it away is recorded',
};
