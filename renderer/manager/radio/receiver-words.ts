import type { MessageDescriptor } from '@lingui/core';
import type { Receiver, ReceiverTrouble } from './receiver-standing.ts';

/** How a receiver stands, in the table. */
export const stateWords: Readonly<Record<Receiver['state'], MessageDescriptor>> = {
  heard: /*i18n*/ { id: 'manager.receiver.heard', message: 'heard' },
  silent: /*i18n*/ { id: 'manager.receiver.silent', message: 'silent' },
  never: /*i18n*/ { id: 'manager.receiver.never', message: 'not heard yet' },
};

/** What is the matter with a gateway, and what helps. */
export const receiverWords: Readonly<
  Record<ReceiverTrouble, { readonly title: MessageDescriptor; readonly remedy: MessageDescriptor }>
> = {
  'broker-away': {
    title: /*i18n*/ { id: 'manager.receiver.broker-away', message: '{id}: the broker does not answer' },
    remedy: /*i18n*/ {
      id: 'manager.receiver.broker-away.remedy',
      message: 'Check that the MQTT broker runs and that this machine reaches it. The station tries again by itself.',
    },
  },
  'broker-unknown': {
    title: /*i18n*/ { id: 'manager.receiver.broker-unknown', message: '{id}: no machine has the broker’s name' },
    remedy: /*i18n*/ {
      id: 'manager.receiver.broker-unknown.remedy',
      message: 'Check the address under “broker” in the station’s configuration, and the network’s name service.',
    },
  },
  'wrong-password': {
    title: /*i18n*/ { id: 'manager.receiver.wrong-password', message: '{id}: the broker refuses the user name or password' },
    remedy: /*i18n*/ {
      id: 'manager.receiver.wrong-password.remedy',
      message: 'Correct “username” and “passwordFile” in the station’s configuration, then restart the station.',
    },
  },
  'not-trusted': {
    title: /*i18n*/ { id: 'manager.receiver.not-trusted', message: '{id}: the broker cannot be trusted' },
    remedy: /*i18n*/ {
      id: 'manager.receiver.not-trusted.remedy',
      message:
        'The broker’s certificate has expired, has another name, or comes from an authority that “ca” in the configuration does not name.',
    },
  },
  'broker-refuses': {
    title: /*i18n*/ { id: 'manager.receiver.broker-refuses', message: '{id}: the broker refuses the station' },
    remedy: /*i18n*/ {
      id: 'manager.receiver.broker-refuses.remedy',
      message: 'The broker’s log says why. Often “protocolVersion” helps: 4 for older brokers.',
    },
  },
  'topic-refused': {
    title: /*i18n*/ { id: 'manager.receiver.topic-refused', message: '{id}: the station may not listen to the topic' },
    remedy: /*i18n*/ {
      id: 'manager.receiver.topic-refused.remedy',
      message: 'Give the station’s user the right to read this topic in the broker’s access list.',
    },
  },
  'not-readable': {
    title: /*i18n*/ { id: 'manager.receiver.not-readable', message: '{id}: messages arrive that cannot be read' },
    remedy: /*i18n*/ {
      id: 'manager.receiver.not-readable.remedy',
      message: 'Something arrives, but not in the configured format. Compare “format” with the gateway’s own settings.',
    },
  },
  'gateway-silent': {
    title: /*i18n*/ { id: 'manager.receiver.gateway-silent', message: '{id}: silent, nothing arrives any more' },
    remedy: /*i18n*/ {
      id: 'manager.receiver.gateway-silent.remedy',
      message:
        'Check power and network. Some gateways speak only while a beacon is near: give those an “aliveTopic” in the configuration.',
    },
  },
  'gateway-never': {
    title: /*i18n*/ { id: 'manager.receiver.gateway-never', message: '{id}: not heard since the station started' },
    remedy: /*i18n*/ {
      id: 'manager.receiver.gateway-never.remedy',
      message:
        'Check that the gateway is on, connected to the same broker, and publishes where “topic” in the configuration says.',
    },
  },
};
