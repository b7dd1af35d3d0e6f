import type { UnavailableReason } from './protocol.ts';

/** Linux error numbers. The socket library gives a positive `errno` and no `code`, or, where it throws, the message alone. */
const causes: readonly [errno: number, message: RegExp, reason: UnavailableReason, detail: string][] = [
  [
    97,
    /address family not supported/i,
    'no-bluetooth-in-kernel',
    'This kernel has no Bluetooth (EAFNOSUPPORT); load the bluetooth module.',
  ],
  [19, /no such device/i, 'no-adapter', 'No Bluetooth adapter was found (ENODEV); plug one in.'],
  [
    1,
    /operation not permitted/i,
    'not-permitted',
    'Not allowed to use the Bluetooth adapter (EPERM); give the radio host CAP_NET_RAW and CAP_NET_ADMIN.',
  ],
  [
    13,
    /permission denied/i,
    'not-permitted',
    'Not allowed to open the Bluetooth adapter (EACCES); give the radio host CAP_NET_RAW and CAP_NET_ADMIN.',
  ],
  [100, /network is down/i, 'powered-off', 'The Bluetooth adapter is switched off (ENETDOWN); run "hciconfig hci0 up".'],
  [132, /rf-?kill/i, 'blocked', 'Bluetooth is blocked (ERFKILL); run "rfkill unblock bluetooth".'],
  [
    16,
    /resource busy/i,
    'busy',
    'Another program keeps the Bluetooth adapter to itself (EBUSY); end it, or give the kiosk an adapter of its own.',
  ],
];

export interface Fault {
  readonly reason: UnavailableReason;
  readonly detail: string;
}

/** A radio switch is the better explanation for an adapter that is off, and for one that will not go on. */
export function explained(fault: Fault, blocked: 'soft' | 'hard' | null): Fault {
  if (blocked === null || (fault.reason !== 'powered-off' && fault.reason !== 'blocked')) return fault;
  const detail =
    blocked === 'hard'
      ? 'Bluetooth is blocked by a switch or key on this machine (rfkill, hard); move it.'
      : 'Bluetooth is blocked by a program (rfkill, soft); run "rfkill unblock bluetooth".';
  return { reason: 'blocked', detail };
}

/** What an error of the driver means for the shop. */
export function faultOf(error: unknown): Fault {
  const { errno, message } =
    error instanceof Error ? (error as Error & { errno?: number }) : { errno: undefined, message: String(error) };
  const found = causes.find(([number, pattern]) => (errno === undefined ? pattern.test(message) : Math.abs(errno) === number));
  if (found !== undefined) return { reason: found[2], detail: found[3] };
  return { reason: 'driver-failed', detail: `The Bluetooth driver failed: ${message}`.slice(0, 300) };
}
