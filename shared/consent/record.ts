import type { Language, Purpose } from '../contract/values.ts';
import type { ConsentEvent, ConsentKind } from './ledger.ts';
import { retentionYears } from './texts.ts';

/** Who answers for the processing. */
export interface Controller {
  readonly name: string;
  readonly phone: string;
}

/** A consent record with the field names of ISO/IEC TS 27560:2023: one for each principal and purpose. */
export interface ConsentRecord {
  readonly schema_version: 'iso27560:2023/prevenance-1';
  readonly record_id: string;
  readonly pii_principal_id: string;
  readonly pii_processing: {
    readonly privacy_notice: { readonly version: string; readonly sha256: string } | null;
    readonly language: Language | null;
    readonly purposes: readonly { readonly id: Purpose; readonly purpose_type: string }[];
    readonly lawful_basis: 'consent' | 'explicit_consent';
    readonly pii_information: readonly { readonly pii_type: string; readonly pii_optional: boolean }[];
    readonly pii_controllers: readonly string[];
    readonly collection_method: 'kiosk_touch';
    readonly storage_locations: readonly string[];
    readonly retention_period: string;
    readonly recipient_third_parties: readonly string[];
    readonly withdrawal_method: string;
    readonly privacy_rights: readonly string[];
  };
  readonly party_identification: readonly {
    readonly party_id: string;
    readonly party_name: string;
    readonly party_contact: string;
    readonly party_role: 'pii_controller';
  }[];
  readonly events: readonly {
    readonly event_id: string;
    readonly event_time: string;
    readonly validity_duration: string | null;
    readonly entity_id: ConsentEvent['by'];
    readonly event_type: 'explicit' | 'regular';
    readonly event_state: ConsentKind;
    readonly gesture: ConsentEvent['gesture'] | null;
    readonly kiosk: string;
    readonly hash: string;
  }[];
}

const processed: Readonly<Record<Purpose, { type: string; pii: readonly [type: string, optional: boolean][]; keeps: string }>> = {
  recognition: {
    type: 'recognise the customer at the kiosk',
    pii: [
      ['beacon identifier', false],
      ['customer number', false],
      ['day of the last visit', false],
      ['first name or nickname', true],
      ['secret picture', true],
      ['card code, as a keyed hash', true],
      ['habits, sizes and favourite shelves, as stated', true],
    ],
    keeps: `P${retentionYears}Y`,
  },
  history: {
    type: 'choose an offer and help from purchases',
    pii: [
      ['date, product and quantity of purchases', false],
      ['offers declined', false],
    ],
    keeps: `P${retentionYears}Y`,
  },
  diet: { type: 'tell an employee the stated diet', pii: [['diet, as stated', false]], keeps: `P${retentionYears}Y` },
  camera: { type: 'notice difficulty from the expression', pii: [['facial expression, not stored', false]], keeps: 'PT0S' },
};

/** One record from the events of one principal and purpose, oldest first. @param instant writes a time as ISO 8601 */
export function consentRecord(
  principal: string,
  purpose: Purpose,
  events: readonly ConsentEvent[],
  controller: Controller,
  instant: (at: number) => string,
): ConsentRecord {
  const shown = events.findLast((event) => event.shown !== null)?.shown ?? null;
  const { type, pii, keeps } = processed[purpose];
  return {
    schema_version: 'iso27560:2023/prevenance-1',
    record_id: `${principal}:${purpose}`,
    pii_principal_id: principal,
    pii_processing: {
      privacy_notice: shown === null ? null : { version: shown.version, sha256: shown.sha256 },
      language: shown?.language ?? null,
      purposes: [{ id: purpose, purpose_type: type }],
      lawful_basis: purpose === 'camera' || purpose === 'diet' ? 'explicit_consent' : 'consent',
      pii_information: pii.map(([pii_type, pii_optional]) => ({ pii_type, pii_optional })),
      pii_controllers: [controller.name],
      collection_method: 'kiosk_touch',
      storage_locations: ['this store'],
      retention_period: keeps,
      recipient_third_parties: [],
      withdrawal_method: 'one touch, on any screen of any kiosk of this store',
      privacy_rights: ['access', 'portability', 'rectification', 'erasure', 'withdrawal'],
    },
    party_identification: [
      { party_id: 'store', party_name: controller.name, party_contact: controller.phone, party_role: 'pii_controller' },
    ],
    events: events.map((event) => ({
      event_id: String(event.seq),
      event_time: instant(event.at),
      validity_duration: event.validUntil === null ? null : instant(event.validUntil),
      entity_id: event.by,
      event_type: event.by === 'shopper' ? 'explicit' : 'regular',
      event_state: event.kind,
      gesture: event.gesture ?? null,
      kiosk: event.kioskId,
      hash: event.hash,
    })),
  };
}
