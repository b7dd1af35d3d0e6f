import type { MessageDescriptor } from '@lingui/core';
import type { RadioStanding } from './standing.ts';

/** What is the matter with the radio, and what helps. */
export const radioWords: Readonly<
  Record<RadioStanding, { readonly title: MessageDescriptor; readonly remedy: MessageDescriptor }>
> = {
  listening: {
    title: /*i18n*/ { id: 'manager.radio.listening', message: 'Radio: listening' },
    remedy: /*i18n*/ { id: 'manager.radio.listening.remedy', message: 'Nothing to do. Beacons nearby are heard.' },
  },
  starting: {
    title: /*i18n*/ { id: 'manager.radio.starting', message: 'Radio: starting' },
    remedy: /*i18n*/ { id: 'manager.radio.starting.remedy', message: 'This takes a few seconds.' },
  },
  'no-bluetooth-in-kernel': {
    title: /*i18n*/ { id: 'manager.radio.no-kernel', message: 'No radio: this machine’s system has no Bluetooth' },
    remedy: /*i18n*/ {
      id: 'manager.radio.no-kernel.remedy',
      message:
        'The operating system was built without Bluetooth, as in most containers and virtual machines. Run the station on the kiosk itself.',
    },
  },
  'no-adapter': {
    title: /*i18n*/ { id: 'manager.radio.no-adapter', message: 'No radio: no Bluetooth adapter found' },
    remedy: /*i18n*/ {
      id: 'manager.radio.no-adapter.remedy',
      message:
        'Plug a Bluetooth adapter (4.0 or later) into a USB port, or unplug it and plug it in again. The station finds it by itself.',
    },
  },
  'not-permitted': {
    title: /*i18n*/ { id: 'manager.radio.not-permitted', message: 'No radio: this program may not use Bluetooth' },
    remedy: /*i18n*/ {
      id: 'manager.radio.not-permitted.remedy',
      message:
        'Ask the person who installed the kiosk to give the radio process the right CAP_NET_RAW, then restart the station.',
    },
  },
  'powered-off': {
    title: /*i18n*/ { id: 'manager.radio.powered-off', message: 'No radio: Bluetooth is switched off' },
    remedy: /*i18n*/ {
      id: 'manager.radio.powered-off.remedy',
      message: 'Switch Bluetooth on in the machine’s settings, or with “hciconfig hci0 up”. The station goes on by itself.',
    },
  },
  blocked: {
    title: /*i18n*/ { id: 'manager.radio.blocked', message: 'No radio: Bluetooth is blocked on this machine' },
    remedy: /*i18n*/ {
      id: 'manager.radio.blocked.remedy',
      message:
        'Move the radio switch on the machine, leave its flight mode, or run “rfkill unblock bluetooth”. The station goes on by itself.',
    },
  },
  busy: {
    title: /*i18n*/ { id: 'manager.radio.busy', message: 'No radio: another program keeps the Bluetooth adapter to itself' },
    remedy: /*i18n*/ {
      id: 'manager.radio.busy.remedy',
      message: 'End that program, or plug in a second adapter for the kiosk alone. The station goes on by itself.',
    },
  },
  'unsupported-adapter': {
    title: /*i18n*/ { id: 'manager.radio.unsupported-adapter', message: 'No radio: this Bluetooth adapter is too old' },
    remedy: /*i18n*/ {
      id: 'manager.radio.unsupported-adapter.remedy',
      message: 'Plug in one with Bluetooth 4.0 or later; older ones cannot hear beacons.',
    },
  },
  'unsupported-platform': {
    title: /*i18n*/ { id: 'manager.radio.unsupported-platform', message: 'No radio: the kiosk’s own radio needs Linux' },
    remedy: /*i18n*/ {
      id: 'manager.radio.unsupported-platform.remedy',
      message: 'On this system, let a gateway hear the beacons. Everything else works.',
    },
  },
  'driver-trouble': {
    title: /*i18n*/ { id: 'manager.radio.driver-trouble', message: 'No radio: the Bluetooth driver keeps failing' },
    remedy: /*i18n*/ {
      id: 'manager.radio.driver-trouble.remedy',
      message:
        'Unplug the adapter and plug it in again. If that does not help, restart the machine, or try another adapter. The station keeps trying.',
    },
  },
  silent: {
    title: /*i18n*/ { id: 'manager.radio.silent', message: 'Radio: on, but hears nothing' },
    remedy: /*i18n*/ {
      id: 'manager.radio.silent.remedy',
      message:
        'The station restarts the radio by itself. If it stays silent, unplug the adapter and plug it in again, away from metal.',
    },
  },
  'switched-off': {
    title: /*i18n*/ { id: 'manager.radio.switched-off', message: 'No radio: it was switched off when the station started' },
    remedy: /*i18n*/ {
      id: 'manager.radio.switched-off.remedy',
      message: 'Start the station without “--radio none” to switch it on again.',
    },
  },
  'unknown-trouble': {
    title: /*i18n*/ { id: 'manager.radio.unknown', message: 'No radio' },
    remedy: /*i18n*/ {
      id: 'manager.radio.unknown.remedy',
      message:
        'Unplug the adapter and plug it in again, then restart the station. The sentence below helps whoever looks into it.',
    },
  },
};
