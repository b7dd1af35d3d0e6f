import { PresenceEngine } from '../../../shared/presence/engine.ts';
import { boundaryAt, type Calibration, makeZone } from '../../../shared/presence/zone.ts';
import { dbm, metres, monoMs } from '../../../shared/units.ts';
import { type Baseline, type Follower, Ranging } from '../baselines/follower.ts';
import type { Packet } from './recordings.ts';

/** A beacon entered or left the zone of a receiver. */
export interface Change {
  readonly t: number;
  readonly receiver: string;
  readonly inside: boolean;
}

/** Something that follows a beacon through the zones of receivers, each a circle of `radius` metres. */
export interface Contender {
  readonly name: string;
  /** Whether each receiver is on its own, or all are heard together and compete. */
  readonly together: boolean;
  start(calibration: Readonly<Record<string, Calibration>>, radius: number): Course;
}

export interface Course {
  hear(packet: Packet): readonly Change[];
}

/** This project's engine, one zone for each receiver. */
export function ours(together: boolean): Contender {
  return {
    name: 'Prévenance',
    together,
    start(calibration, radius) {
      const zones = Object.entries(calibration).map(([id, at]) =>
        makeZone({ id, receivers: [[id, boundaryAt(metres(radius), at)]], exclusive: together }),
      );
      const engine = new PresenceEngine(zones);
      return {
        hear: ({ t, receiver, rssi }) =>
          engine
            .observe({ t: monoMs(t), receiver, beacon: 'b', rssi: dbm(rssi) })
            .map((e) => ({ t: e.t, receiver: e.zone, inside: e.event === 'enter' })),
      };
    },
  };
}

/** A zone among several counts only the receiver that takes the beacon for nearest, as long as it heard it within this, in ms. */
const fresh = 10_000;

/** A re-implemented way of following at each receiver; together, only the receiver that is nearest by it may count. */
export function others(baseline: Baseline, together: boolean): Contender {
  return {
    name: together ? `${baseline.name}, nearest receiver` : baseline.name,
    together,
    start(calibration, radius) {
      const at = new Map<string, { follower: Follower; last: number }>();
      const inside = new Set<string>();
      const settle = (t: number): Change[] => {
        const heard = [...at].filter(([, { last }]) => t - last <= fresh);
        const nearest = Math.min(...heard.map(([, { follower }]) => follower.metres));
        return [...at].flatMap(([receiver, { follower }]) => {
          const is = follower.inside && (!together || follower.metres === nearest);
          if (is === inside.has(receiver)) return [];
          if (is) inside.add(receiver);
          else inside.delete(receiver);
          return [{ t, receiver, inside: is }];
        });
      };
      return {
        hear({ t, receiver, rssi }) {
          const left = [...at].flatMap(([id, { last }]): Change[] => {
            if (t - last <= baseline.silence) return [];
            at.delete(id);
            return inside.delete(id) ? [{ t: last + baseline.silence, receiver: id, inside: false }] : [];
          });
          // No receiver measures 0 dBm or more from the air; the filters were not made for such errors.
          if (rssi >= 0) return left;
          let entry = at.get(receiver);
          if (entry === undefined) {
            entry = { follower: baseline.follow(new Ranging(calibration[receiver]!, radius)), last: t };
            at.set(receiver, entry);
          }
          entry.follower.hear(t, rssi);
          entry.last = t;
          return [...left, ...settle(t)];
        },
      };
    },
  };
}
