import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Calibration } from '../../../shared/presence/zone.ts';

/** Where the surveyed recordings lie: a folder `presence` in `PREVENANCE_DATA`. Format and source: docs/presence.md, "Figures". */
const root = process.env.PREVENANCE_DATA ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url));
const folder = `${root}/presence`;

/** One packet of the beacon, and how far it truly was from the receiver, in metres. */
export interface Packet {
  readonly t: number;
  readonly receiver: string;
  readonly rssi: number;
  readonly distance: number;
}

/** What all receivers heard at one position, or on one walk, in time order. */
export interface Scene {
  readonly name: string;
  readonly moving: boolean;
  readonly packets: readonly Packet[];
  /** Every packet that was recorded: how far the beacon was, whatever of it is played. */
  readonly truth: readonly Packet[];
}

export interface Recordings {
  readonly scenes: readonly Scene[];
  readonly calibration: Readonly<Record<string, Calibration>>;
}

const json = <T>(name: string): T => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as T;

function rows(name: string): Record<string, string>[] {
  const lines = gunzipSync(readFileSync(`${folder}/${name}`))
    .toString()
    .trimEnd()
    .split('\n');
  const columns = lines.shift()!.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(columns.map((column, i) => [column, cells[i]!]));
  });
}

/** The recordings, or null when they are not on this machine. */
export function readRecordings(): Recordings | null {
  if (!existsSync(`${folder}/stationary.csv.gz`)) return null;
  const places = json<Record<string, readonly number[]>>('receivers.json');
  const scenes = new Map<string, { name: string; moving: boolean; packets: Packet[] }>();
  const take = (file: string, moving: boolean, nameOf: (row: Record<string, string>) => string) => {
    for (const row of rows(file)) {
      const name = nameOf(row);
      let scene = scenes.get(name);
      if (scene === undefined) {
        scene = { name, moving, packets: [] };
        scenes.set(name, scene);
      }
      const receiver = row.receiver!;
      const at = [Number(row.x), Number(row.y), Number(row.z)];
      const distance = Math.hypot(...places[receiver]!.map((p, i) => p - at[i]!));
      scene.packets.push({ t: Number(row.t_ms), receiver, rssi: Number(row.rssi_dbm), distance });
    }
  };
  take('stationary.csv.gz', false, ({ x, y, z }) => `${x} ${y} ${z}`);
  take('walks.csv.gz', true, ({ walk }) => walk!);
  for (const scene of scenes.values()) scene.packets.sort((a, b) => a.t - b.t);
  return {
    scenes: [...scenes.values()].map((scene) => ({ ...scene, truth: scene.packets })),
    calibration: json('calibration.json'),
  };
}

/** What is left when the beacon sends `perSecond` times a second: at each receiver the first packet of each period. */
export function thinned({ scenes, calibration }: Recordings, perSecond: number): Recordings {
  const thin = (scene: Scene): Scene => {
    const latest = new Map<string, number>();
    const packets = scene.packets.filter(({ t, receiver }) => {
      const period = Math.floor((t * perSecond) / 1000);
      if (latest.get(receiver) === period) return false;
      latest.set(receiver, period);
      return true;
    });
    return { ...scene, packets };
  };
  return { scenes: scenes.map(thin), calibration };
}
