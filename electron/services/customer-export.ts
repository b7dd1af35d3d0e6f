import { consentRecord } from '../../shared/consent/record.ts';
import type { CustomerExport } from '../../shared/contract/index.ts';
import { csv } from '../../shared/csv.ts';
import type { Customer } from '../store/customers.ts';
import type { Store } from '../store/index.ts';
import { preferenceText } from './preferences.ts';

type Cell = string | number | null;
type Row = Readonly<Record<string, Cell>>;

const instant = (at: number): string => new Date(at).toISOString();

/**
 * Everything the store knows about a customer, for access and portability (GDPR 15 and 20): every table with a row of theirs, with the
 * names of products beside their identifiers.
 */
export function exportCustomer(store: Store, customer: Customer, madeAt: number): CustomerExport {
  const { name = '', phone = '' } = store.settings.read('store') ?? {};
  const nameOf = new Map(store.products.list().map((product) => [product.id, product]));
  const cardSince = store.cards.since(customer.id);
  const tables: Readonly<Record<string, readonly Row[]>> = {
    customer: [
      {
        number: customer.number,
        name: customer.name,
        picture: customer.picture,
        language: customer.language,
        joined_at: instant(customer.joinedAt),
        last_seen_on: customer.lastSeenOn,
        consent_pseudonym: customer.principal,
      },
    ],
    beacons: store.beacons.of(customer.id).map(({ beacon, addedAt }) => ({
      identifier: beacon.id,
      cannot_be_copied: String(beacon.strength === 'strong'),
      key: beacon.key === null ? null : Buffer.from(beacon.key.identityKey).toString('hex'),
      exponent: beacon.key?.exponent ?? null,
      clock_offset: beacon.key?.clockOffset ?? null,
      clock_known_at: beacon.key?.knownAt === undefined ? null : instant(beacon.key.knownAt),
      added_at: instant(addedAt),
      blocked: String(beacon.blocked),
    })),
    purchases: store.purchases.of(customer.id).map(({ on, productId, quantity }) => ({
      day: on,
      product: productId,
      name_fr: nameOf.get(productId)?.name.fr ?? null,
      name_en: nameOf.get(productId)?.name.en ?? null,
      category: nameOf.get(productId)?.category ?? null,
      quantity,
    })),
    declined_offers: store.decisions
      .declined(customer.id)
      .map(({ offerId, category, on }) => ({ offer: offerId, category, day: on })),
    gestures: store.goodwill.of(customer.id).map(({ entry }) => ({
      day: entry.day,
      amount_cents: entry.amountCents,
      reason: entry.reason,
      words: entry.words,
      voucher: entry.voucher,
      by: entry.by,
      voided: String(entry.voided),
    })),
    cards: cardSince === null ? [] : [{ made_at: instant(cardSince) }],
    preferences: store.preferences.of(customer.id).map((preference) => ({
      kind: preference.kind,
      value: preferenceText(preference),
      proposed_by: preference.proposedBy,
      since: preference.on,
    })),
    consents: store.consents.of(customer.principal).map((event) => ({
      purpose: event.purpose,
      event: event.kind,
      at: instant(event.at),
      by: event.by,
      gesture: event.gesture ?? null,
      kiosk: event.kioskId,
      text: event.shown?.version ?? null,
      language: event.shown?.language ?? null,
      text_sha256: event.shown?.sha256 ?? null,
      hash: event.hash,
    })),
  };
  const { consents: _events, ...others } = tables;
  const events = store.consents.of(customer.principal);
  const records = (['recognition', 'history', 'diet'] as const).flatMap((purpose) => {
    const own = events.filter((event) => event.purpose === purpose);
    return own.length === 0 ? [] : consentRecord(customer.principal, purpose, own, { name, phone }, instant);
  });
  return {
    json: JSON.stringify({ store: name, exported_at: instant(madeAt), ...others, consents: records }, null, 2),
    csv: Object.entries(tables).flatMap(([table, rows]) => {
      const [first] = rows;
      if (first === undefined) return [];
      return { name: `${table}.csv`, text: csv([Object.keys(first), ...rows.map((row) => Object.values(row))]) };
    }),
  };
}
