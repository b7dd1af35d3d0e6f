import type { AdvertisementSource } from '../devices/beacons/advertisement.ts';
import { RadioHostSource } from '../devices/beacons/host/supervisor.ts';
import { ReplaySource } from '../devices/beacons/replay/replay-source.ts';
import type { Clock } from '../shared/clock.ts';

/** The source of advertisements the configuration asks for; null for none. */
export function sourceFor(choice: string, edges: { clock: Clock; receiver: string }): AdvertisementSource | null {
  if (choice === 'none') return null;
  if (choice.startsWith('replay:'))
    return new ReplaySource({ ...edges, file: choice.slice('replay:'.length), pace: 'real-time' });
  return new RadioHostSource({ clock: edges.clock, receiver: edges.receiver, jitter: Math.random });
}
