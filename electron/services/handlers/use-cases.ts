import type { RouteName } from '../../../shared/contract/index.ts';
import type { Caller, Handlers } from '../../server/http.ts';
import type { AccessService } from '../access.ts';
import type { ArrivalCodes } from '../arrival.ts';
import type { AskService } from '../ask/ask.ts';
import type { Intents } from '../ask/intents.ts';
import type { Rephraser } from '../ask/rephrase.ts';
import type { AuditLog } from '../audit.ts';
import type { AuthService } from '../auth.ts';
import type { BeaconHelp } from '../beacon-help.ts';
import type { CallService } from '../calls.ts';
import type { Cards } from '../cards.ts';
import type { CarriedBeacons } from '../carried.ts';
import type { Configuration } from '../configure.ts';
import type { ConsentService } from '../consent.ts';
import type { Context } from '../context.ts';
import type { CorrectionService } from '../corrections.ts';
import type { DemoWalks } from '../demo-walks.ts';
import type { Devices } from '../devices.ts';
import type { DutyService } from '../duty.ts';
import type { EmpathyService } from '../empathy.ts';
import type { Escalation } from '../escalation.ts';
import type { Feedback } from '../feedback.ts';
import type { FloorPlans } from '../floor-plan.ts';
import type { GoodwillService } from '../goodwill.ts';
import type { HandOver } from '../hand-over.ts';
import type { FileImport } from '../import-files.ts';
import type { JoinService } from '../join.ts';
import type { KioskService } from '../kiosk.ts';
import type { Looks } from '../look.ts';
import type { MatterDesk } from '../matter-desk.ts';
import type { Matters } from '../matters.ts';
import type { NetworkService } from '../network.ts';
import type { Notes } from '../notes.ts';
import type { Pager } from '../pager.ts';
import type { PagerChannels } from '../pager-channels.ts';
import type { Passkeys } from '../passkeys.ts';
import type { PictureProof } from '../picture-proof.ts';
import type { PreferenceProposals } from '../preferences.ts';
import type { Printing } from '../printing.ts';
import type { PushPages } from '../push.ts';
import type { Recognition } from '../recognise.ts';
import type { BeaconRegistration } from '../register-beacon.ts';
import type { Secrets } from '../secrets.ts';
import type { StoreHours } from '../store-hours.ts';
import type { Together } from '../together.ts';
import type { Transparency } from '../transparency.ts';
import type { WalkTest } from '../walk-test.ts';

/** Every use case a route can reach. */
export interface UseCases {
  readonly context: Context;
  readonly access: AccessService;
  readonly cards: Cards;
  readonly together: Together;
  readonly proof: PictureProof;
  readonly proposals: PreferenceProposals;
  readonly ask: AskService;
  readonly audit: AuditLog;
  readonly arrival: ArrivalCodes;
  readonly auth: AuthService;
  readonly calls: CallService;
  readonly carried: CarriedBeacons;
  readonly configuration: Configuration;
  readonly consents: ConsentService;
  readonly corrections: CorrectionService;
  readonly demo: DemoWalks | null;
  readonly devices: Devices;
  readonly duty: DutyService;
  readonly empathy: EmpathyService;
  readonly escalation: Escalation;
  readonly feedback: Feedback;
  readonly files: FileImport;
  readonly floorPlans: FloorPlans;
  readonly handOver: HandOver;
  readonly help: BeaconHelp;
  readonly goodwill: GoodwillService;
  readonly hours: StoreHours;
  readonly intents: Intents;
  readonly join: JoinService;
  readonly kiosk: KioskService;
  readonly looks: Looks;
  readonly matterDesk: MatterDesk;
  readonly matters: Matters;
  readonly network: NetworkService;
  readonly pager: Pager;
  readonly pagerChannels: PagerChannels;
  readonly printing: Printing;
  readonly push: PushPages;
  readonly notes: Notes;
  readonly recognition: Recognition;
  readonly rephraser: Rephraser;
  readonly transparency: Transparency;
  readonly walkTest: WalkTest;
  readonly passkeys: Passkeys;
  readonly secrets: Secrets;
  readonly registration: BeaconRegistration;
}

/** The handlers of one page's routes. */
export type HandlersOf<Routes> = Pick<Handlers, Extract<keyof Routes, RouteName>>;

/** A handler that answers only that it was done. */
export const done =
  <T>(action: (input: T, caller: Caller) => void) =>
  (input: T, caller: Caller): { ok: true } => {
    action(input, caller);
    return { ok: true };
  };
