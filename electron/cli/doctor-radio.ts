import type { UnavailableReason } from '../../devices/beacons/host/protocol.ts';
import { RadioHostSource } from '../../devices/beacons/host/supervisor.ts';
import type { RadioStatus } from '../../shared/contract/index.ts';
import { seconds } from '../../shared/units.ts';
import { systemClock } from '../clock.ts';
import { type Finding, found } from './finding.ts';

/** Longer than the supervisor waits for an adapter that does not answer, so that it is the one to say what is wrong. */
const answerPatience = seconds(20);

const remedies: Readonly<Record<UnavailableReason, string>> = {
  'no-bluetooth-in-kernel':
    'Run the station on the kiosk itself, or load the module: modprobe bluetooth btusb. Gateways work without.',
  'no-adapter': 'Plug in a Bluetooth adapter (4.0 or later), or unplug it and plug it in again.',
  'not-permitted':
    'Give the service of the station AmbientCapabilities=CAP_NET_RAW CAP_NET_ADMIN; never set them on the Electron program.',
  'powered-off': 'Switch it on: hciconfig hci0 up, or bluetoothctl power on.',
  blocked: 'Unblock it: rfkill unblock bluetooth; a hard block is a switch or a key on the machine.',
  busy: 'End the program that holds it (lsof, fuser), or plug in a second adapter.',
  'unsupported-adapter': 'Use an adapter with Bluetooth 4.0 or later.',
  'unsupported-platform': 'Use a gateway as the receiver; everything else works.',
  'driver-failed': 'Unplug the adapter and plug it in again; then look at: journalctl -k | grep -i bluetooth.',
};
const anyTrouble = remedies['driver-failed'];

/** Listens for a moment with the real radio host. */
export async function radio(): Promise<Finding> {
  const source = new RadioHostSource({ clock: systemClock, receiver: 'doctor', jitter: Math.random });
  const status = await new Promise<Pick<RadioStatus, 'state' | 'reason' | 'detail'>>((settle) => {
    const giveUp = setTimeout(
      () => settle({ state: 'unavailable', reason: 'no-answer', detail: 'The radio did not answer within 20 s.' }),
      answerPatience,
    );
    void source.start(
      () => {},
      (news) => {
        if (news.state === 'starting' && news.reason === null) return;
        clearTimeout(giveUp);
        settle(news);
      },
    );
  });
  await source.stop();
  if (status.state === 'listening' || status.state === 'silent') return found('radio', 'ok', false, status.detail);
  const remedy = remedies[status.reason as UnavailableReason] ?? anyTrouble;
  return found('radio', 'missing', false, `${status.detail} (${status.reason})`, remedy);
}
