import type { I18n, MessageDescriptor } from '@lingui/core';
import type { PagerChannelSettings, PagerTrouble } from '../../../shared/contract/index.ts';

export type Kind = PagerChannelSettings['kind'];

/** What each kind is, and what it is good for. */
export const kindWords: Readonly<Record<Kind, { readonly name: MessageDescriptor; readonly about: MessageDescriptor }>> = {
  mqtt: {
    name: /*i18n*/ { id: 'manager.pager.kind.mqtt', message: 'Light or chime' },
    about: /*i18n*/ {
      id: 'manager.pager.kind.mqtt.about',
      message:
        'Publishes to your MQTT broker: a lamp, a siren, a chime. It goes off when somebody takes the call. Stays in the store.',
    },
  },
  webhook: {
    name: /*i18n*/ { id: 'manager.pager.kind.webhook', message: 'Web address' },
    about: /*i18n*/ {
      id: 'manager.pager.kind.webhook.about',
      message: 'Sends a signed message to a server: headsets, pagers, a team chat. In the store or outside it, as you choose.',
    },
  },
  push: {
    name: /*i18n*/ { id: 'manager.pager.kind.push', message: 'Locked phones' },
    about: /*i18n*/ {
      id: 'manager.pager.kind.push.about',
      message:
        'Wakes phones whose staff page is closed. Needs the internet: the push services of Google, Apple, Mozilla or Microsoft carry the message, encrypted, and learn that it was sent. Keep another way in front of it.',
    },
  },
};

interface Trouble {
  readonly what: MessageDescriptor;
  readonly remedy: MessageDescriptor;
}

const troubles: Readonly<Record<PagerTrouble, Trouble>> = {
  unreachable: {
    what: /*i18n*/ { id: 'manager.pager.unreachable', message: 'Nothing answers at this address.' },
    remedy: /*i18n*/ {
      id: 'manager.pager.unreachable.remedy',
      message: 'Check that the device is switched on, on the same network, and that the port is right.',
    },
  },
  'host-unknown': {
    what: /*i18n*/ { id: 'manager.pager.host-unknown', message: 'No machine has this name.' },
    remedy: /*i18n*/ { id: 'manager.pager.host-unknown.remedy', message: 'Check the spelling, or write its IP address.' },
  },
  timeout: {
    what: /*i18n*/ { id: 'manager.pager.timeout', message: 'No answer within 3 seconds.' },
    remedy: /*i18n*/ {
      id: 'manager.pager.timeout.remedy',
      message: 'It may have arrived all the same. Look whether the device is overloaded or the network slow.',
    },
  },
  'not-trusted': {
    what: /*i18n*/ { id: 'manager.pager.not-trusted', message: 'Its certificate is not trusted.' },
    remedy: /*i18n*/ {
      id: 'manager.pager.not-trusted.remedy',
      message: 'If it is your own, paste the certificate of the authority that signed it. Check the name in the address too.',
    },
  },
  refused: {
    what: /*i18n*/ { id: 'manager.pager.refused', message: 'The other end refused the message.' },
    remedy: /*i18n*/ {
      id: 'manager.pager.refused.remedy',
      message: 'Check the address, the rights of the user and the shared secret on both sides.',
    },
  },
  'server-error': {
    what: /*i18n*/ { id: 'manager.pager.server-error', message: 'The other end has a fault of its own.' },
    remedy: /*i18n*/ { id: 'manager.pager.server-error.remedy', message: 'Its log says more; its owner can help.' },
  },
  redirected: {
    what: /*i18n*/ { id: 'manager.pager.redirected', message: 'The address points to another one.' },
    remedy: /*i18n*/ {
      id: 'manager.pager.redirected.remedy',
      message: 'Messages go only where you said. If the other address is right, type that one.',
    },
  },
  'wrong-password': {
    what: /*i18n*/ { id: 'manager.pager.wrong-password', message: 'The broker refuses the user name or the password.' },
    remedy: /*i18n*/ { id: 'manager.pager.wrong-password.remedy', message: 'Type both again.' },
  },
  'nobody-subscribed': {
    what: /*i18n*/ { id: 'manager.pager.nobody-subscribed', message: 'No phone of the people called has agreed to be woken.' },
    remedy: /*i18n*/ {
      id: 'manager.pager.nobody-subscribed.remedy',
      message: 'On each phone: staff page, More, “Wake this phone when it is locked”.',
    },
  },
  'secret-lost': {
    what: /*i18n*/ { id: 'manager.pager.secret-lost', message: 'The stored secret cannot be read on this machine.' },
    remedy: /*i18n*/ { id: 'manager.pager.secret-lost.remedy', message: 'Edit this way and type its secret or password again.' },
  },
  internal: {
    what: /*i18n*/ { id: 'manager.pager.internal', message: 'The station made a mistake.' },
    remedy: /*i18n*/ { id: 'manager.pager.internal.remedy', message: 'Its log says more. Please report it.' },
  },
};

/** What is the matter, and what helps. */
export const troubleWords = (trouble: PagerTrouble, i18n: I18n): string =>
  `${i18n._(troubles[trouble].what)} ${i18n._(troubles[trouble].remedy)}`;
