import type { WalkView, ZoneSettings } from '../../shared/contract/index.ts';
import { CallerError } from '../../shared/errors.ts';
import { EnrolmentSearch, enrolmentPolicy } from '../../shared/identity/enrolment.ts';
import { histogram } from '../../shared/presence/calibration/histogram.ts';
import { type Proposal, propose } from '../../shared/presence/calibration/propose.ts';
import { type Place, quantile, type Spot, spotLength, type WalkReading } from '../../shared/presence/calibration/walk.ts';
import { type Corrections, corrected } from '../../shared/presence/correction.ts';
import type { BeaconId, ReceiverId, Sighting } from '../../shared/presence/types.ts';
import { after, type Dbm, dbm, elapsed, type MonoMs, millis, minutes, seconds } from '../../shared/units.ts';
import type { Context } from './context.ts';
import type { Recognition } from './recognise.ts';

const LOOK_EVERY = millis(250);
/** A walk nobody goes on with is forgotten, and the beacon with it. */
const FORGOTTEN_AFTER = minutes(15);
/** More packets than this say nothing new about a spot. */
const MOST_READINGS = 2_000;
/** Fewer packets than this are too few to judge a spot by. */
const FEW_READINGS = 5;
/** Age after which a signal is no longer what is heard now. */
const FRESH = seconds(3);

interface Recording {
  readonly id: string;
  readonly place: Place;
  readonly begun: MonoMs;
  /** As heard: what they are corrected by may be changed during a walk. */
  readonly heard: WalkReading[];
  kept: boolean;
}

interface Walk {
  readonly zone: string;
  at: ReceiverId;
  search: { readonly heard: EnrolmentSearch; readonly since: MonoMs; finding: 'listening' | 'several' | 'found-none' } | null;
  /** Whatever was held against the receiver. Never leaves this object. */
  beacon: BeaconId | null;
  recordings: Recording[];
  readonly latest: Map<ReceiverId, { readonly rssi: Dbm; readonly at: MonoMs }>;
  touched: MonoMs;
  readonly cancel: () => void;
}

/**
 * A manager walks about with a beacon and says where inside is. Lives in memory and is thrown away as a whole, with the one identifier it
 * holds; no page, log or file ever learns that identifier.
 */
export class WalkTest {
  readonly #context: Context;
  readonly #recognition: Recognition;
  readonly #zones: () => readonly ZoneSettings[];
  #walk: Walk | null = null;
  #judged: { readonly key: string; readonly corrections: Corrections; readonly proposal: Proposal } | null = null;

  constructor(context: Context, recognition: Recognition, zones: () => readonly ZoneSettings[]) {
    this.#context = context;
    this.#recognition = recognition;
    this.#zones = zones;
  }

  /** Listens for the beacon that is held against a receiver. What was recorded stays when the zone is the same. */
  begin(zone: string, at: ReceiverId): void {
    const settings = this.#zones().find(({ id }) => id === zone);
    if (settings === undefined) throw new CallerError('no-such-zone', 'there is no such zone', 404);
    if (!settings.receivers.includes(at)) throw new CallerError('no-such-receiver', 'the zone has no such receiver', 422);
    if (this.#walk?.zone !== zone) this.end();
    const now = this.#now();
    this.#walk ??= {
      zone,
      at,
      search: null,
      beacon: null,
      recordings: [],
      latest: new Map(),
      touched: now,
      cancel: this.#context.clock.every(LOOK_EVERY, () => this.#look()),
    };
    const walk = this.#walk;
    // Another beacon sends at another strength: what the last one left half recorded is no use.
    walk.recordings = walk.recordings.filter((recording) => !this.#running(recording));
    walk.at = at;
    walk.beacon = null;
    walk.latest.clear();
    walk.search = { heard: new EnrolmentSearch(), since: now, finding: 'listening' };
    walk.touched = now;
    this.#recognition.listenForWalk((sighting) => this.#hear(sighting));
    this.#changed();
  }

  /** Records the place where the manager stands now. */
  record(place: Place, instead: string | null): void {
    const walk = this.#require();
    if (walk.beacon === null) throw new CallerError('no-beacon', 'hold a beacon against the receiver first', 409);
    if (walk.recordings.some((recording) => recording.kept && this.#running(recording)))
      throw new CallerError('spot-running', 'a spot is being recorded', 409);
    if (instead !== null) this.keep(instead, false);
    walk.recordings.push({ id: this.#context.newId(), place, begun: this.#now(), heard: [], kept: true });
    walk.touched = this.#now();
    this.#changed();
  }

  keep(id: string, keep: boolean): void {
    const walk = this.#require();
    const recording = walk.recordings.find((r) => r.id === id);
    if (recording === undefined) throw new CallerError('no-such-spot', 'there is no such spot', 404);
    recording.kept = keep;
    walk.touched = this.#now();
    this.#changed();
  }

  /** Forgets the walk, and the beacon with it. */
  end(): void {
    if (this.#walk === null) return;
    this.#recognition.listenForWalk(null);
    this.#walk.cancel();
    this.#walk = null;
    this.#judged = null;
    this.#changed();
  }

  view(): WalkView | null {
    const walk = this.#walk;
    const zone = this.#zones().find(({ id }) => id === walk?.zone);
    if (walk === null || zone === undefined) return null;
    const now = this.#now();
    const counts: Record<Place, number> = { inside: 0, outside: 0 };
    const { receivers } = zone;
    const kept = walk.recordings.filter((recording) => recording.kept);
    const spots = kept.map((recording) => {
      const remaining = this.#running(recording) ? elapsed(now, after(recording.begun, spotLength)) : null;
      const heard = this.#corrected(recording).filter((reading) => receivers.includes(reading.receiver));
      const medians = receivers.flatMap((receiver) => {
        const levels = heard.filter((reading) => reading.receiver === receiver).map((reading) => reading.rssi as number);
        return levels.length === 0 ? [] : [{ receiver, dbm: dbm(quantile(levels, 0.5)), packets: levels.length }];
      });
      return {
        id: recording.id,
        place: recording.place,
        number: ++counts[recording.place],
        remainingMs: remaining === null ? null : millis(Math.ceil(remaining / 1000) * 1000),
        packets: heard.length,
        medians,
        trouble: remaining === null ? this.#trouble(walk, recording, receivers) : null,
      };
    });
    const recorded = kept.map((recording): Spot => ({ place: recording.place, readings: this.#corrected(recording) }));
    return {
      zone: zone.id,
      receivers,
      stage: walk.beacon === null ? 'finding' : 'walking',
      at: walk.at,
      finding: walk.search?.finding ?? null,
      heard: receivers.map((receiver) => {
        const latest = walk.latest.get(receiver);
        const age = latest === undefined ? null : elapsed(latest.at, now);
        return {
          receiver,
          dbm: latest === undefined || age === null || age > FRESH ? null : this.#correct(latest.rssi, receiver),
          ageMs: age === null ? null : millis(Math.floor(age / 1000) * 1000),
        };
      }),
      spots,
      histograms: receivers.map((receiver) => ({ receiver, bins: histogram(recorded, receiver) })),
      proposal: this.#proposal(walk, zone),
      expiresInMs: millis(Math.max(0, Math.ceil(elapsed(now, after(walk.touched, FORGOTTEN_AFTER)) / 60_000)) * 60_000),
    };
  }

  #hear({ beacon, receiver, rssi, t, filtered = false }: Sighting): void {
    const walk = this.#walk;
    if (walk === null) return;
    if (walk.beacon === null) {
      if (receiver === walk.at && walk.search?.finding !== 'found-none') walk.search?.heard.hear(beacon, rssi, t);
      return;
    }
    if (beacon !== walk.beacon) return;
    walk.latest.set(receiver, { rssi, at: t });
    const recording = walk.recordings.find((r) => r.kept && this.#running(r));
    if (recording === undefined || recording.heard.length >= MOST_READINGS) return;
    recording.heard.push({ t: elapsed(recording.begun, t), receiver, rssi, filtered });
  }

  #look(): void {
    const walk = this.#walk;
    if (walk === null) return;
    const now = this.#now();
    if (elapsed(walk.touched, now) >= FORGOTTEN_AFTER || !this.#zones().some(({ id }) => id === walk.zone)) {
      this.end();
      return;
    }
    const { search } = walk;
    if (search === null || search.finding === 'found-none') return;
    const found = search.heard.find(now);
    if (found.kind === 'found') {
      walk.beacon = found.beacon;
      walk.search = null;
    } else if (elapsed(search.since, now) >= enrolmentPolicy.patience) {
      // The strangers heard while searching go with the search.
      walk.search = { heard: new EnrolmentSearch(), since: search.since, finding: 'found-none' };
      this.#recognition.listenForWalk(null);
    } else search.finding = found.kind === 'several' ? 'several' : 'listening';
    this.#changed();
  }

  /** Silence at a spot is worth something only once the beacon has been heard again. */
  #trouble(walk: Walk, recording: Recording, receivers: readonly ReceiverId[]): WalkView['spots'][number]['trouble'] {
    const packets = recording.heard.filter((reading) => receivers.includes(reading.receiver)).length;
    if (packets >= FEW_READINGS) return null;
    if (packets > 0) return 'sparse';
    const end = after(recording.begun, spotLength);
    const since = walk.recordings.some((r) => r.begun >= end && r.heard.length > 0);
    return since || [...walk.latest.values()].some(({ at }) => at > end) ? 'out-of-reach' : 'silent';
  }

  #proposal(walk: Walk, { receivers, exclusive }: ZoneSettings): Proposal {
    const counted = walk.recordings.filter((r) => r.kept && !this.#running(r) && this.#trouble(walk, r, receivers) !== 'silent');
    const key = [...counted.map(({ id }) => id), ...receivers, exclusive].join(' ');
    const { corrections } = this.#recognition;
    if (this.#judged?.key !== key || this.#judged.corrections !== corrections) {
      const spots = counted.map((r): Spot => ({ place: r.place, readings: this.#corrected(r) }));
      this.#judged = { key, corrections, proposal: propose(spots, receivers, exclusive) };
    }
    return this.#judged.proposal;
  }

  #corrected(recording: Recording): WalkReading[] {
    return recording.heard.map((reading) => ({ ...reading, rssi: this.#correct(reading.rssi, reading.receiver) }));
  }

  #correct(rssi: Dbm, receiver: ReceiverId): Dbm {
    return corrected(rssi, receiver, this.#walk?.beacon ?? '', this.#recognition.corrections);
  }

  #running(recording: Recording): boolean {
    return elapsed(recording.begun, this.#now()) < spotLength;
  }

  #require(): Walk {
    if (this.#walk === null) throw new CallerError('no-walk', 'no walk test is under way', 409);
    return this.#walk;
  }

  #now(): MonoMs {
    return this.#context.clock.mono();
  }

  #changed(): void {
    this.#context.changed('manager');
  }
}
