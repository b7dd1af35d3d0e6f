import type { Input } from '../../../shared/contract/index.ts';
import type { Kind } from './pager-words.ts';

export type Channel = Input<'manager/pager-save'>;

/** A channel of any kind as it is typed: every field is a text. */
export interface ChannelDraft {
  readonly name: string;
  readonly active: boolean;
  readonly url: string;
  readonly username: string;
  readonly secret: string;
  /** The stored secret is to go. */
  readonly forget: boolean;
  readonly authority: string;
  readonly topic: string;
  readonly payload: string;
  readonly clears: boolean;
  readonly clearPayload: string;
  readonly contact: string;
}

const empty: ChannelDraft = {
  name: '',
  active: true,
  url: '',
  username: '',
  secret: '',
  forget: false,
  authority: '',
  topic: '',
  payload: '{"on": true, "place": "{place}"}',
  clears: true,
  clearPayload: '{"on": false}',
  contact: '',
};

/** The draft of a stored channel. A secret is never among it. */
export function draftOf(channel: Channel | null): ChannelDraft {
  if (channel === null) return empty;
  const { name, active } = channel;
  if (channel.kind === 'push') return { ...empty, name, active, contact: channel.contact };
  const { url, authority } = channel;
  if (channel.kind === 'webhook') return { ...empty, name, active, url, authority };
  const { username, topic, payload, clearPayload } = channel;
  return {
    ...empty,
    name,
    active,
    url,
    authority,
    username,
    topic,
    payload,
    clears: clearPayload !== null,
    clearPayload: clearPayload ?? empty.clearPayload,
  };
}

/** The draft as the contract wants it. An empty secret keeps the stored one, unless it is to go. */
export function readDraft(id: string, kind: Kind, draft: ChannelDraft): Channel {
  const { name, active, url, authority } = draft;
  if (kind === 'push') return { kind, id, name, active, contact: draft.contact };
  const secret = draft.forget ? '' : draft.secret === '' ? null : draft.secret;
  if (kind === 'webhook') return { kind, id, name, active, url, secret, authority };
  const { username, topic, payload } = draft;
  const clearPayload = draft.clears ? draft.clearPayload : null;
  return { kind, id, name, active, url, username, secret, authority, topic, payload, clearPayload };
}
