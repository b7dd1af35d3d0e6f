import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import * as path from 'node:path';
import type { Clock } from '../../shared/clock.ts';
import { OperatorError } from '../../shared/errors.ts';
import { guarded } from '../clock.ts';
import type { Config } from '../config.ts';
import { seedDemo } from '../demo/seed.ts';
import { openLog } from '../log.ts';
import { EventStreams } from '../server/events.ts';
import type { Context } from '../services/context.ts';
import { readPepper, Secrets } from '../services/secrets.ts';
import { StoreHours } from '../services/store-hours.ts';
import { openDatabase } from '../store/database.ts';
import { openStore } from '../store/index.ts';
import type { Stops } from './stops.ts';

/**
 * What every room stands on: log, clock, store, streams, secrets, hours. A new demo store is filled.
 * @throws OperatorError database or pepper unusable; a demo asked for in a real store
 */
export async function makeGround(config: Config, given: Clock, stops: Stops) {
  const folder = config.data;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const log = openLog(folder);
  const report = (error: unknown) => {
    const { code, stack } = error as { code?: string; stack?: string };
    log.error({ code: code ?? 'internal', stack: stack?.split('\n').slice(1, 4) }, 'a task failed; the station goes on');
  };
  const clock = guarded(given, report);
  const db = openDatabase(path.join(folder, 'store.db'));
  stops.add(() => db.close());
  const store = openStore(db);
  const streams = new EventStreams(clock, report);
  const context: Context = {
    clock,
    store,
    kioskId: config.kiosk.id ?? 'kiosk-1',
    newId: randomUUID,
    changed: (...names) => streams.changed(...names),
    log,
  };

  const pepper = readPepper(folder);
  const secrets = new Secrets(pepper);
  if (config.demo && store.settings.read('demo') === undefined) {
    if (store.settings.read('managerPasswordHash') !== undefined || store.products.count() > 0) {
      throw new OperatorError(
        'not-a-demo',
        `The data folder ${folder} holds a real store. Start without --demo, or choose another --data folder.`,
      );
    }
    await seedDemo(context, secrets);
  }
  const demo = store.settings.read('demo') !== undefined;
  const hours = new StoreHours(clock, store);
  return { config, folder, log, report, clock, store, streams, context, pepper, secrets, demo, hours, today: () => hours.date() };
}

export type Ground = Awaited<ReturnType<typeof makeGround>>;
