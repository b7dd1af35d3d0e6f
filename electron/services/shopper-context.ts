import { lookedFor, suggest } from '../../shared/assistance/suggestions.ts';
import { waited } from '../../shared/assistance/view.ts';
import { matchExpression } from '../../shared/catalogue/query.ts';
import type { Attempt, ProductSettings, StaffCall } from '../../shared/contract/index.ts';
import { isSensitive } from '../../shared/offers/sensitive.ts';
import { cents } from '../../shared/units.ts';
import type { CallRecord } from '../store/calls.ts';
import type { Customer } from '../store/customers.ts';
import type { Store } from '../store/index.ts';
import type { ConsentService } from './consent.ts';
import { type Context, moment } from './context.ts';
import type { GoodwillService } from './goodwill.ts';
import { preferencesTold } from './preferences.ts';
import type { StoreHours } from './store-hours.ts';
import { localMoment } from './store-time.ts';

/** Days on which something was bought before it counts as usual, and how many such things are told. */
const USUAL_DAYS = 3;
const MOST_USUAL = 3;

type ShopperContext = Pick<StaffCall, 'customer' | 'known' | 'preferences' | 'suggestions'>;
const stranger: ShopperContext = { customer: null, known: null, preferences: [], suggestions: [] };

interface Parts {
  readonly context: Context;
  readonly consents: ConsentService;
  readonly goodwill: GoodwillService;
  readonly hours: StoreHours;
}

/**
 * What an employee may know of the shopper of a call. Without the consent to be recognised: nothing. What was bought and since when is
 * for whoever claimed the call alone, and only where the words agreed to said so.
 */
export function shopperContext(
  { context, consents, goodwill, hours }: Parts,
  record: CallRecord,
  employeeId: string,
): ShopperContext {
  const { store, clock } = context;
  const { call, tried, customerId } = record;
  const customer = customerId === null ? undefined : store.customers.get(customerId);
  if (customer === undefined || !consents.allows(customer.principal, 'recognition')) return stranger;
  if (call.owner?.id !== employeeId) return { ...stranger, customer: customer.name };
  return {
    customer: customer.name,
    known: consents.texts.tellsEmployees(consents.version(customer.principal, 'history'))
      ? knownOf(store, hours, customer)
      : null,
    preferences: preferencesTold(store, consents, customer),
    suggestions: suggest({
      reasons: call.reasons,
      tried,
      language: call.language,
      name: customer.name,
      waitedMs: waited(call, moment(clock)),
      product: nearest(store, tried),
      goodwillCents: goodwill.allowance(employeeId)?.leftCents ?? cents(0),
    }),
  };
}

const knownOf = ({ purchases }: Store, hours: StoreHours, { id, joinedAt }: Customer): StaffCall['known'] => ({
  sinceYear: Number(localMoment(joinedAt, hours.settings().timeZone).date.slice(0, 4)),
  usual: purchases
    .summary(id)
    .filter(({ category, times }) => !isSensitive(category) && times >= USUAL_DAYS)
    .slice(0, MOST_USUAL)
    .map(({ name }) => name),
});

/** All the words, else as many as possible. */
function nearest({ products }: Store, tried: readonly Attempt[]): ProductSettings | null {
  const text = lookedFor(tried);
  if (text === null) return null;
  for (const join of ['AND', 'OR'] as const) {
    const match = matchExpression(text, join);
    const [found] = match === null ? [] : products.search(match);
    if (found !== undefined) return found;
  }
  return null;
}
