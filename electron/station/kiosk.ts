import { AccessService } from '../services/access.ts';
import type { ConsentService } from '../services/consent.ts';
import { EmpathyService } from '../services/empathy.ts';
import type { JoinService } from '../services/join.ts';
import { KioskService } from '../services/kiosk.ts';
import { KioskView } from '../services/kiosk-view.ts';
import { Looks } from '../services/look.ts';
import type { Calling } from './calling.ts';
import type { Ground } from './ground.ts';

interface Needs extends Pick<Calling, 'arrival' | 'calls'> {
  readonly consents: ConsentService;
  /** Asked for when it is used: joining needs the visit itself. */
  readonly join: () => JoinService;
}

/** The visit going on, with what weighs it and how its screen looks. */
export function makeKiosk({ context, hours, today }: Ground, { arrival, calls, consents, join }: Needs) {
  const access = new AccessService(context);
  const empathy = new EmpathyService(context, today);
  const looks = new Looks(context);
  const view = new KioskView(context, { access, arrival, calls, consents, hours, join, looks });
  const kiosk = new KioskService(context, { calls, consents, empathy, hours, join, view });
  return { access, empathy, looks, kiosk };
}

export type Kiosk = ReturnType<typeof makeKiosk>;
