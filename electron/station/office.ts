import { Configuration } from '../services/configure.ts';
import type { ConsentService } from '../services/consent.ts';
import { CorrectionService } from '../services/corrections.ts';
import { FloorPlans } from '../services/floor-plan.ts';
import { HandOver } from '../services/hand-over.ts';
import { FileImport } from '../services/import-files.ts';
import { Retention } from '../services/retention.ts';
import { Transparency } from '../services/transparency.ts';
import { WalkTest } from '../services/walk-test.ts';
import type { Calling } from './calling.ts';
import type { Ground } from './ground.ts';
import type { Presence } from './presence.ts';
import type { Screen } from './screen.ts';

interface Needs extends Pick<Calling, 'calls'>, Pick<Presence, 'greetingZones' | 'recognition'>, Pick<Screen, 'together'> {
  readonly consents: ConsentService;
  /** Addresses of the station on the store's network. */
  readonly origins: () => readonly string[];
}

/** What the manager sets up, measures, takes in and hands out; how long it is kept, and what everybody may read of it. */
export function makeOffice(
  { clock, context, hours, secrets, streams, today }: Ground,
  { calls, consents, greetingZones, origins, recognition, together }: Needs,
) {
  const configuration = new Configuration(context, secrets, {
    zones: (zones) => {
      recognition.setZones(zones);
      greetingZones.setZones(zones);
    },
    staff: (gone) => {
      if (gone !== null) calls.ownerGone(gone);
      calls.tickAll();
      streams.changed('staff', 'manager');
    },
  });
  return {
    configuration,
    corrections: new CorrectionService(context, (next) => recognition.setCorrections(next)),
    walkTest: new WalkTest(context, recognition, () => configuration.zones()),
    floorPlans: new FloorPlans(context),
    files: new FileImport(context, consents, today, () => together.refresh()),
    handOver: new HandOver(clock),
    retention: new Retention(context, { consents, recognition, today }),
    transparency: new Transparency(context, hours, origins),
  };
}

export type Office = ReturnType<typeof makeOffice>;
