import { type AskStore, askStore } from './ask.ts';
import { type AuditStore, auditStore } from './audit.ts';
import { type BadgeStore, badgeStore } from './badges.ts';
import { type BasketStore, basketStore } from './baskets.ts';
import { type BeaconStore, beaconStore } from './beacons.ts';
import { type CallStore, callStore } from './calls.ts';
import { type CardStore, cardStore } from './cards.ts';
import { type ConsentTextStore, consentTextStore } from './consent-texts.ts';
import { type ConsentStore, consentStore } from './consents.ts';
import { type CorrectionStore, correctionStore } from './corrections.ts';
import { type CustomerStore, customerStore } from './customers.ts';
import { type Database, keyringOf, scrub } from './database.ts';
import { type DecisionStore, decisionStore } from './decisions.ts';
import { type DeviceStore, deviceStore } from './devices.ts';
import { type EmpathyStore, empathyStore } from './empathy.ts';
import { type EmployeeStore, employeeStore } from './employees.ts';
import { type ErasedKeys, erasedKeys } from './erased-keys.ts';
import { type EscalationStore, escalationStore } from './escalation.ts';
import { type FeedbackStore, feedbackStore } from './feedback.ts';
import { type FloorPlanStore, floorPlanStore } from './floor-plan.ts';
import { type GoodwillStore, goodwillStore } from './goodwill.ts';
import { type LookStore, lookStore } from './looks.ts';
import { type MatterStore, matterStore } from './matters.ts';
import { type NoteStore, noteStore } from './notes.ts';
import { type OfferStore, offerStore } from './offers.ts';
import { type PagerChannelStore, pagerChannelStore } from './pager-channels.ts';
import { type PageStore, pageStore } from './pages.ts';
import { type PasskeyStore, passkeyStore } from './passkeys.ts';
import { type PreferenceStore, preferenceStore } from './preferences.ts';
import { type ProductCodeStore, productCodeStore } from './product-codes.ts';
import { type ProductStore, productStore } from './products.ts';
import { type PurchaseStore, purchaseStore } from './purchases.ts';
import { type PushSubscriptionStore, pushSubscriptionStore } from './push-subscriptions.ts';
import { type RetentionRunStore, retentionRunStore } from './retention-runs.ts';
import { type RotaStore, rotaStore } from './rota.ts';
import { type SessionStore, sessionStore } from './sessions.ts';
import { type SettingStore, settingStore } from './settings.ts';
import { type SpecialDayStore, specialDayStore } from './special-days.ts';
import { type SynonymStore, synonymStore } from './synonyms.ts';
import { type VisitStore, visitStore } from './visits.ts';
import { type ZoneStore, zoneStore } from './zones.ts';

/** One repository per aggregate over one connection. */
export interface Store {
  readonly ask: AskStore;
  readonly audit: AuditStore;
  readonly badges: BadgeStore;
  readonly baskets: BasketStore;
  readonly beacons: BeaconStore;
  readonly calls: CallStore;
  readonly cards: CardStore;
  readonly consents: ConsentStore;
  readonly consentTexts: ConsentTextStore;
  readonly corrections: CorrectionStore;
  readonly customers: CustomerStore;
  readonly decisions: DecisionStore;
  readonly devices: DeviceStore;
  readonly empathy: EmpathyStore;
  readonly employees: EmployeeStore;
  readonly erasedKeys: ErasedKeys;
  readonly escalation: EscalationStore;
  readonly feedback: FeedbackStore;
  readonly floorPlan: FloorPlanStore;
  readonly goodwill: GoodwillStore;
  readonly looks: LookStore;
  readonly matters: MatterStore;
  readonly notes: NoteStore;
  readonly offers: OfferStore;
  readonly pagerChannels: PagerChannelStore;
  readonly pages: PageStore;
  readonly passkeys: PasskeyStore;
  readonly preferences: PreferenceStore;
  readonly productCodes: ProductCodeStore;
  readonly products: ProductStore;
  readonly purchases: PurchaseStore;
  readonly pushSubscriptions: PushSubscriptionStore;
  readonly retentionRuns: RetentionRunStore;
  readonly rota: RotaStore;
  readonly sessions: SessionStore;
  readonly settings: SettingStore;
  readonly specialDays: SpecialDayStore;
  readonly synonyms: SynonymStore;
  readonly visits: VisitStore;
  readonly zones: ZoneStore;
  /** Runs `work` in one transaction: all of it is on disk when this returns, or none. */
  transaction<T>(work: () => T): T;
  /** Makes the bytes of what was deleted unreadable, here and in backups. Not inside a transaction. */
  scrub(): void;
}

export function openStore(db: Database): Store {
  const keys = keyringOf(db);
  const erased = erasedKeys(db);
  const customers = customerStore(db, keys);
  return {
    ask: askStore(db),
    audit: auditStore(db),
    badges: badgeStore(db),
    baskets: basketStore(db),
    beacons: beaconStore(db, keys),
    calls: callStore(db),
    cards: cardStore(db, keys),
    consents: consentStore(db),
    consentTexts: consentTextStore(db),
    corrections: correctionStore(db),
    customers,
    decisions: decisionStore(db),
    devices: deviceStore(db),
    empathy: empathyStore(db),
    employees: employeeStore(db),
    erasedKeys: erased,
    escalation: escalationStore(db),
    feedback: feedbackStore(db, keys),
    floorPlan: floorPlanStore(db),
    goodwill: goodwillStore(db, (id) => customers.get(id)?.number ?? null),
    looks: lookStore(db),
    matters: matterStore(db, keys),
    notes: noteStore(db),
    offers: offerStore(db),
    pagerChannels: pagerChannelStore(db),
    pages: pageStore(db),
    passkeys: passkeyStore(db),
    preferences: preferenceStore(db, keys),
    productCodes: productCodeStore(db),
    products: productStore(db),
    purchases: purchaseStore(db),
    pushSubscriptions: pushSubscriptionStore(db),
    retentionRuns: retentionRunStore(db),
    rota: rotaStore(db),
    sessions: sessionStore(db),
    settings: settingStore(db),
    specialDays: specialDayStore(db),
    synonyms: synonymStore(db),
    visits: visitStore(db),
    zones: zoneStore(db),
    transaction: (work) => db.transaction(work)(),
    scrub: () => {
      scrub(db);
      erased.mirror();
    },
  };
}
