import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import * as path from 'node:path';
import type { AdvertisementSource } from '../devices/beacons/advertisement.ts';
import { DemoWalkSource } from '../devices/beacons/demo-walk.ts';
import type { Gateways } from '../devices/beacons/gateways/mqtt-gateways.ts';
import type { Clock } from '../shared/clock.ts';
import type { RadioStatus } from '../shared/contract/index.ts';
import { OperatorError } from '../shared/errors.ts';
import { seconds } from '../shared/units.ts';
import { guarded } from './clock.ts';
import type { Config } from './config.ts';
import { lockData } from './data-lock.ts';
import { seedDemo } from './demo/seed.ts';
import { gatewaysFor } from './gateways.ts';
import { KIOSK_RECEIVER } from './kiosk-receiver.ts';
import { lanFor } from './lan.ts';
import { openLog } from './log.ts';
import { Metrics } from './metrics.ts';
import { readHead, writeHead } from './noted-head.ts';
import { pagesFolder } from './paths.ts';
import { sourceFor } from './radio.ts';
import { EventStreams } from './server/events.ts';
import { buildServer, type ServerParts } from './server/http.ts';
import { hereListener, type Listener, listenOn } from './server/listener.ts';
import { loadPages, type Page } from './server/pages.ts';
import { AccessService } from './services/access.ts';
import { ArrivalCodes } from './services/arrival.ts';
import { AskService } from './services/ask/ask.ts';
import { Intents } from './services/ask/intents.ts';
import { Rephraser } from './services/ask/rephrase.ts';
import { AuditLog } from './services/audit.ts';
import { AuthService } from './services/auth.ts';
import { BeaconHelp } from './services/beacon-help.ts';
import { placeOf } from './services/call-place.ts';
import { CallService } from './services/calls.ts';
import { Cards } from './services/cards.ts';
import { CarriedBeacons } from './services/carried.ts';
import { ClockAhead } from './services/clock-ahead.ts';
import { Configuration } from './services/configure.ts';
import { ConsentService } from './services/consent.ts';
import { ConsentHead } from './services/consent-head.ts';
import type { Context } from './services/context.ts';
import { CorrectionService } from './services/corrections.ts';
import { DemoWalks } from './services/demo-walks.ts';
import { Devices } from './services/devices.ts';
import { Doorkeeper } from './services/doorkeeper.ts';
import { DutyService } from './services/duty.ts';
import { EmpathyService } from './services/empathy.ts';
import { Escalation } from './services/escalation.ts';
import { Feedback } from './services/feedback.ts';
import { finishErasures } from './services/finish-erasures.ts';
import { FloorPlans } from './services/floor-plan.ts';
import { GoodwillService } from './services/goodwill.ts';
import { GreetingZones } from './services/greeting-zone.ts';
import { HandOver } from './services/hand-over.ts';
import { makeHandlers } from './services/handlers/index.ts';
import { FileImport } from './services/import-files.ts';
import { JoinService } from './services/join.ts';
import { KioskService } from './services/kiosk.ts';
import { KioskView } from './services/kiosk-view.ts';
import { Looks } from './services/look.ts';
import { MatterDesk } from './services/matter-desk.ts';
import { Matters } from './services/matters.ts';
import { NetworkService } from './services/network.ts';
import { Notes } from './services/notes.ts';
import { Pager } from './services/pager.ts';
import { PagerChannels } from './services/pager-channels.ts';
import { Passkeys } from './services/passkeys.ts';
import { PictureProof } from './services/picture-proof.ts';
import { PreferenceProposals } from './services/preferences.ts';
import { Printing } from './services/printing.ts';
import { PushPages } from './services/push.ts';
import { Recognition } from './services/recognise.ts';
import { BeaconRegistration } from './services/register-beacon.ts';
import { readResolverKey } from './services/resolver-key.ts';
import { Retention } from './services/retention.ts';
import { readPepper, Secrets } from './services/secrets.ts';
import { Snapshots } from './services/snapshots.ts';
import { StoreHours } from './services/store-hours.ts';
import { Together } from './services/together.ts';
import { Transparency } from './services/transparency.ts';
import { Vault } from './services/vault.ts';
import { WalkTest } from './services/walk-test.ts';
import { openDatabase } from './store/database.ts';
import { readErasedKeys } from './store/erased-keys.ts';
import { openStore } from './store/index.ts';
import { version } from './version.ts';

/** A running station. */
export interface Station {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Where staff and manager pages are reached from the store's network, the best first; empty without `listen`. */
  readonly lan: readonly string[];
  /** Per-boot secret of the shell and of commands on this machine. */
  readonly secret: string;
  readonly demo: boolean;
  /** One-time code for the first log-in of a new store; null once a manager password exists. */
  readonly setupCode: string | null;
  stop(): Promise<void>;
}

/** Edges of the machine that tests replace. */
export interface StationEdges {
  readonly clock: Clock;
  /** Where advertisements come from; made from the configuration when left out. */
  readonly source?: AdvertisementSource;
  /** Receivers away from the kiosk; made from the configuration when left out. */
  readonly gateways?: Gateways;
  /** The built pages; read from `dist/renderer` when left out. */
  readonly pages?: ReadonlyMap<string, Page>;
}

const switchedOff: RadioStatus = {
  state: 'off',
  reason: 'switched-off',
  detail: 'the radio is switched off',
  advertisementsPerSecond: 0,
  lastAdvertisementAgeMs: null,
  restarts: 0,
};

/**
 * Puts every part of the house together and starts it.
 * @throws OperatorError when the operator must mend something first: data folder in use, database unusable, port taken, pages not built
 */
export async function startStation(
  config: Config,
  { clock: given, source, gateways: givenGateways, pages = loadPages(pagesFolder) }: StationEdges,
): Promise<Station> {
  const folder = config.data;
  const lock = lockData(folder);
  const undo: (() => unknown)[] = [() => lock.release()];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const log = openLog(folder);
    const report = (error: unknown) => {
      const { code, stack } = error as { code?: string; stack?: string };
      log.error({ code: code ?? 'internal', stack: stack?.split('\n').slice(1, 4) }, 'a task failed; the station goes on');
    };
    const clock = guarded(given, report);
    // A packet that brings something to a fault must not bring the station down.
    const safely =
      <T extends unknown[]>(take: (...packet: T) => void) =>
      (...packet: T) => {
        try {
          take(...packet);
        } catch (error) {
          report(error);
        }
      };
    const db = openDatabase(path.join(folder, 'store.db'));
    undo.push(() => db.close());
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
    const looks = new Looks(context);
    const consents = new ConsentService(context);
    finishErasures(context, consents, readErasedKeys(folder) ?? []);
    const doorkeeper = new Doorkeeper(context, demo);
    const auth = new AuthService(context, secrets, doorkeeper);
    const devices = new Devices(context, auth);
    const passkeys = new Passkeys(context, secrets, auth);
    const audit = new AuditLog(context, secrets, (head) => writeHead(folder, 'audit', head));
    const setupCode = await auth.prepare();

    let radio = switchedOff;
    const gateways = givenGateways ?? gatewaysFor(config.gateways, clock);
    const statuses = () => gateways?.statuses() ?? [];
    const metrics = new Metrics({
      radio: () => radio,
      gateways: statuses,
      openCalls: () => calls.open().length,
      staffPages: () => streams.count('staff'),
    });
    const calls = new CallService(context);
    undo.push(calls.subscribe((call, effect) => metrics.called(call, effect)));
    const push = new PushPages(context, calls, folder);
    const pagerChannels = new PagerChannels(context, new Vault(pepper), {
      keys: push.keys,
      subscriptions: push.subscriptions,
      expired: push.remove,
    });
    let here = '';
    const pager = new Pager(context, {
      calls,
      channels: pagerChannels,
      place: (call) => placeOf(context, call),
      link: (callId) => `${network.origins()[0] ?? here}/staff#${callId}`,
      random: Math.random,
      report,
    });
    undo.push(calls.subscribe((call, effect) => pager.onCallEffect(call, effect)));
    const arrival = new ArrivalCodes(calls, randomInt);
    const duty = new DutyService(context, { calls, hours });
    const empathy = new EmpathyService(context, () => hours.date());
    undo.push(calls.subscribe((call, effect) => empathy.onCallEffect(call, effect)));
    const access = new AccessService(context);
    const kiosk: KioskService = new KioskService(context, {
      calls,
      consents,
      empathy,
      hours,
      join: () => join,
      view: new KioskView(context, { access, arrival, calls, consents, hours, join: () => join, looks }),
    });
    undo.push(calls.subscribe((call, effect) => kiosk.onCallEffect(call.id, effect)));
    const recognition = new Recognition(
      clock,
      (events) => {
        metrics.moved(events);
        greetingZones.look();
      },
      ({ keyId, clockOffset, knownAt }) => store.beacons.learnClock(`eid:${keyId}`, clockOffset, knownAt),
      (eid) => ahead.heard(eid),
    );
    const carried = new CarriedBeacons(context, recognition, () => greetingZones.look());
    const ahead = new ClockAhead(context, {
      recognition,
      today: () => hours.date(),
      learn: (beaconId, clockOffset) => carried.learnClock(beaconId, clockOffset),
    });
    const greetingZones = new GreetingZones(recognition, kiosk);
    const walker = demo ? new DemoWalkSource({ clock, random: Math.random, receiver: KIOSK_RECEIVER }) : null;
    const walks = walker === null ? null : new DemoWalks(context, walker);
    const join = new JoinService(context, {
      recognition,
      consents,
      carried,
      today: () => hours.date(),
      radioHears: () =>
        demo ||
        radio.state === 'listening' ||
        radio.state === 'silent' ||
        radio.state === 'starting' ||
        statuses().some((gateway) => gateway.atKiosk && gateway.state === 'heard'),
      random: { int: randomInt, bytes: randomBytes },
      onJoined: (customer) => {
        kiosk.dispatch({ type: 'joined', ...customer });
        kiosk.session().attempted('joined', null);
      },
    });
    const printing = new Printing({ context, consents, hours, kiosk });
    kiosk.whenSomebodyElse(() => printing.forget());
    const notes = new Notes(context, kiosk);
    const matters = new Matters(context, { hours, kiosk, secrets, randomInt });
    const matterDesk = new MatterDesk(context, hours);
    const feedback = new Feedback(context, hours);
    const goodwill = new GoodwillService(context, hours, randomInt);
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
    const corrections = new CorrectionService(context, (next) => recognition.setCorrections(next));
    corrections.apply();
    const walkTest = new WalkTest(context, recognition, () => configuration.zones());
    undo.push(() => walkTest.end());
    const intents = new Intents(context, () => hours.date());
    const rephraser = new Rephraser(context, config.rephrase ?? null);
    const ask = new AskService(context, { kiosk, hours, intents, rephraser });
    const lan = await lanFor(config, { clock, log });
    const network = new NetworkService(clock, lan);
    const together = new Together(context, kiosk, report);
    const files = new FileImport(
      context,
      consents,
      () => hours.date(),
      () => together.refresh(),
    );
    const snapshots = new Snapshots({
      arrival,
      consents,
      context,
      calls,
      duty,
      goodwill,
      hours,
      kiosk,
      matterDesk,
      pagerChannels,
      recognition,
      streams,
      walkTest,
      demo,
      radio: () => radio,
      gateways: statuses,
    });

    const handOver = new HandOver(clock);
    const secret = randomBytes(24).toString('base64url');
    const parts: ServerParts = {
      handlers: makeHandlers({
        access,
        arrival,
        context,
        cards: new Cards(context, { consents, kiosk, randomInt }),
        together,
        proof: new PictureProof(clock, kiosk),
        proposals: new PreferenceProposals(context, calls),
        ask,
        intents,
        rephraser,
        audit,
        auth,
        calls,
        carried,
        configuration,
        consents,
        corrections,
        demo: walks,
        devices,
        duty,
        empathy,
        escalation: new Escalation(context),
        feedback,
        files,
        floorPlans: new FloorPlans(context),
        goodwill,
        handOver,
        help: new BeaconHelp(context, { carried, join }),
        hours,
        join,
        kiosk,
        looks,
        matterDesk,
        matters,
        network,
        pager,
        pagerChannels,
        printing,
        push,
        notes,
        recognition,
        transparency: new Transparency(context, hours, () => network.origins()),
        walkTest,
        passkeys,
        secrets,
        registration: new BeaconRegistration(context, carried, () => readResolverKey(folder)),
      }),
      recognise: (tokens, loopback) => doorkeeper.recognise(tokens, loopback),
      used: (token) => doorkeeper.used(token),
      audit: (deed) => audit.record(deed),
      snapshot: (name, caller) => snapshots.make(name, caller),
      streamOpened: () => {
        setImmediate(() => streams.changed('manager'));
        return () => streams.changed('manager');
      },
      streams,
      pages,
      look: (path) => looks.file(path),
      health: () => ({
        status: 'ok',
        version,
        demo,
        radio: { state: radio.state, reason: radio.reason },
        openCalls: calls.open().length,
        visit: kiosk.state.visit !== null,
      }),
      metrics: () => metrics.page(),
      fetch: (token) => handOver.take(token),
      secret,
      log,
    };

    audit.start();
    const consentHead = new ConsentHead(context, secrets, readHead(folder, 'consent'), (head) =>
      writeHead(folder, 'consent', head),
    );
    consentHead.start();
    undo.push(
      () => audit.stop(),
      () => consentHead.stop(),
    );
    for (const beacon of store.beacons.list()) recognition.enrol(beacon);
    const zones = configuration.zones();
    recognition.setZones(zones);
    greetingZones.setZones(zones);
    recognition.start();
    const retention = new Retention(context, { consents, recognition, today: () => hours.date() });
    retention.start();
    undo.push(() => retention.stop());
    undo.push(
      () => ahead.stop(),
      () => recognition.stop(),
    );
    calls.start();
    duty.start();
    notes.start();
    matterDesk.start();
    feedback.start();
    undo.push(
      () => matterDesk.stop(),
      () => feedback.stop(),
      () => duty.stop(),
      () => notes.stop(),
    );
    // A timer lost to a fault must not be a call lost.
    undo.push(
      clock.every(seconds(5), () => calls.tickAll()),
      () => calls.stop(),
    );
    undo.push(
      () => pagerChannels.stop(),
      () => pager.stop(),
    );
    kiosk.start();
    // The hours on the first scene follow the clock; a page is sent only what is new.
    undo.push(clock.every(seconds(10), () => streams.changed('kiosk')));
    // Receipts may have come in while the station was off.
    together.refresh();
    undo.push(
      () => together.stop(),
      () => kiosk.stop(),
      () => join.cancel(),
    );
    streams.start();
    metrics.start();
    undo.push(() => metrics.stop());
    undo.push(
      clock.every(seconds(1), () =>
        streams.changed('manager', ...(calls.open().length > 0 ? (['staff', 'kiosk'] as const) : [])),
      ),
    );

    undo.push(() => network.stop());
    const listen = async (listener: Listener, host: string, port: number, setting: string): Promise<number> => {
      const server = buildServer(parts, listener);
      undo.push(() => server.close());
      await listenOn(server, host, port, setting);
      return (server.server.address() as AddressInfo).port;
    };
    const port = await listen(hereListener, '127.0.0.1', config.port, '--port');
    network.start(lan === null ? 0 : await listen(lan.listener, lan.config.host, lan.config.port, '"listen"'));
    undo.push(() => streams.stop());

    const hears = source ?? sourceFor(config.radio, { clock, receiver: KIOSK_RECEIVER });
    for (const heard of [hears, walker]) {
      if (heard === null) continue;
      await heard.start(
        safely((advertisement) => {
          metrics.heard(advertisement.receiver);
          recognition.receive(advertisement);
        }),
        (status) => {
          if (heard !== hears) return;
          if (status.reason !== radio.reason || status.state !== radio.state) {
            log[status.reason === null ? 'info' : 'warn']({ state: status.state, reason: status.reason }, status.detail);
            // Demo walks are heard whatever the radio does.
            if (walker === null) recognition.hears(KIOSK_RECEIVER, status.state !== 'starting' && status.state !== 'unavailable');
          }
          radio = status;
        },
      );
      undo.push(() => heard.stop());
    }
    await gateways?.start({
      advertisement: safely((advertisement, { atKiosk }) => {
        metrics.heard(advertisement.receiver);
        recognition.receive(advertisement, atKiosk);
      }),
      reading: safely((reading) => {
        metrics.heard(reading.receiver);
        recognition.receiveReading(reading);
      }),
      changed: ({ id, state, reason, detail }) => {
        recognition.hears(id, reason === null);
        if (state === 'heard' && reason === null) log.info({ gateway: id }, detail);
        else log.warn({ gateway: id, reason: reason ?? state }, detail);
        streams.changed('manager');
      },
    });
    undo.push(() => gateways?.stop());

    const origin = `http://127.0.0.1:${port}`;
    here = origin;
    pager.start();
    lock.publish({ pid: process.pid, origin, secret });
    log.info({ version, port, lan: network.origins(), demo }, 'the station is running');
    return { origin, lan: network.origins(), secret, demo, setupCode, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
