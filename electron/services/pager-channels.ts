import { X509Certificate } from 'node:crypto';
import { type Failed, failed, type PagerChannel, type Sent } from '../../devices/pager/channel.ts';
import { MqttPager } from '../../devices/pager/mqtt.ts';
import { type VapidKeys, WebPush, type WebPushOptions } from '../../devices/pager/web-push.ts';
import { Webhook } from '../../devices/pager/webhook.ts';
import type { Output, PagerChannelSettings, PagerLive, PagerStanding } from '../../shared/contract/index.ts';
import { CallerError, OperatorError } from '../../shared/errors.ts';
import { minutes } from '../../shared/units.ts';
import type { StoredChannel } from '../store/pager-channels.ts';
import type { Context } from './context.ts';
import type { Vault } from './vault.ts';

const MANAGER = 'manager';
const unused: PagerStanding = { lastSentAt: null, failingSince: null, trouble: null, detail: '' };
/** How long a deletion can be taken back. The secret is gone from the disk at once, and from memory then. */
const REGRET = minutes(60);

export interface PushParts {
  readonly keys: () => VapidKeys;
  readonly subscriptions: WebPushOptions['subscriptions'];
  readonly expired: WebPushOptions['expired'];
}

/** A usable channel, or why it cannot be one. */
export type Usable = { readonly id: string; readonly channel: PagerChannel | Failed };

/** The manager's ways to reach people: what is configured, in which order, and how each one stands. */
export class PagerChannels {
  readonly #context: Context;
  readonly #vault: Vault;
  readonly #push: PushParts;
  readonly #deleted = new Map<string, { channel: StoredChannel; forget: () => void }>();

  constructor(context: Context, vault: Vault, push: PushParts) {
    this.#context = context;
    this.#vault = vault;
    this.#push = push;
  }

  stop(): void {
    for (const { forget } of this.#deleted.values()) forget();
    this.#deleted.clear();
  }

  items(): Output<'manager/pager'>['items'] {
    return this.#store.list().map(({ settings, sealed, changed }) => ({ value: settings, kept: sealed !== null, changed }));
  }

  live(): PagerLive[] {
    return this.#store.list().map(({ settings: { id, name, active }, standing }) => ({ id, name, active, standing }));
  }

  /** What pages are sent through, first choice first. */
  inOrder(): Usable[] {
    return this.#store
      .list()
      .filter(({ settings }) => settings.active)
      .map((stored) => ({ id: stored.settings.id, channel: this.#make(stored) }));
  }

  one(id: string): Usable {
    return { id, channel: this.#make(this.#get(id)) };
  }

  save(settings: PagerChannelSettings): void {
    if (settings.kind !== 'push') refuseUnusable(settings);
    const present = this.#store.get(settings.id);
    if (present !== undefined && present.settings.kind !== settings.kind)
      throw new CallerError('other-kind', 'a channel keeps its kind: delete it and make another', 409);
    const secret = settings.kind === 'push' ? '' : settings.secret;
    const places = this.#store.list().map(({ place }) => place);
    this.#store.save({
      settings: settings.kind === 'push' ? settings : { ...settings, secret: null },
      sealed: secret === null ? (present?.sealed ?? null) : secret === '' ? null : this.#vault.seal(secret, settings.id),
      place: present?.place ?? Math.max(0, ...places) + 1,
      // What was true of the old address says nothing about the new one.
      standing: unused,
      changed: this.#now(),
    });
    this.#context.store.scrub();
    this.#context.changed('manager');
  }

  /** Channels that are not named keep their order, behind those that are. */
  order(ids: readonly string[]): void {
    const present = this.#store.list().map(({ settings }) => settings.id);
    const named = ids.filter((id) => present.includes(id));
    const all = [...new Set([...named, ...present])];
    this.#context.store.transaction(() => {
      for (const [place, id] of all.entries()) this.#store.setPlace(id, place);
    });
    this.#context.changed('manager');
  }

  delete(id: string): void {
    const channel = this.#get(id);
    this.#store.remove(id);
    this.#context.store.scrub();
    this.#deleted.set(id, { channel, forget: this.#context.clock.after(REGRET, () => this.#deleted.delete(id)) });
    this.#context.changed('manager');
  }

  restore(id: string): void {
    const kept = this.#deleted.get(id);
    if (kept === undefined) throw new CallerError('too-late', 'this channel cannot be brought back any more', 410);
    kept.forget();
    this.#deleted.delete(id);
    this.#store.save({ ...kept.channel, changed: this.#now() });
    this.#context.changed('manager');
  }

  /** Notes how a channel answered; the manager page shows it within a second. */
  report(id: string, result: Sent | Failed): void {
    const stored = this.#store.get(id);
    if (stored === undefined) return;
    const before = stored.standing;
    const at = this.#context.clock.wall();
    try {
      this.#store.setStanding(
        id,
        result.ok
          ? { ...unused, lastSentAt: at }
          : { ...before, failingSince: before.failingSince ?? at, trouble: result.trouble, detail: result.detail },
      );
    } catch (error) {
      // A disk that fails must not keep the next channel from being used.
      this.#context.log.warn(
        { code: (error as { code?: string }).code ?? 'unknown' },
        'the state of a pager channel was not stored',
      );
    }
    const news = (before.failingSince === null) !== result.ok;
    if (!result.ok && news) this.#context.log.warn({ channel: id, trouble: result.trouble }, 'a pager channel fails');
    if (result.ok && news) this.#context.log.info({ channel: id }, 'a pager channel works again');
    this.#context.changed('manager');
  }

  get #store() {
    return this.#context.store.pagerChannels;
  }

  #now(): StoredChannel['changed'] {
    return { by: MANAGER, at: this.#context.clock.wall() };
  }

  #get(id: string): StoredChannel {
    const stored = this.#store.get(id);
    if (stored === undefined) throw new CallerError('no-such-channel', 'there is no such way to reach people', 404);
    return stored;
  }

  #make({ settings, sealed }: StoredChannel): PagerChannel | Failed {
    const { id } = settings;
    if (settings.kind === 'push') {
      const { keys, subscriptions, expired } = this.#push;
      try {
        return new WebPush({ id, keys: keys(), contact: `mailto:${settings.contact}`, subscriptions, expired });
      } catch (error) {
        // Keys that cannot be read must not keep the other channels from being used.
        return failed('secret-lost', error instanceof OperatorError ? error.message : 'the keys for push cannot be read');
      }
    }
    const secret = sealed === null ? null : this.#vault.open(sealed, id);
    if (sealed !== null && secret === null) return failed('secret-lost', 'the stored secret does not belong to this station');
    const authority = settings.authority === '' ? undefined : settings.authority;
    if (settings.kind === 'webhook')
      return new Webhook({ id, url: settings.url, secret, authority, wall: () => this.#context.clock.wall() });
    const { url, username, topic, payload, clearPayload } = settings;
    return new MqttPager({
      id,
      url,
      username: username === '' ? undefined : username,
      password: secret ?? undefined,
      authority,
      topic,
      payload,
      clearPayload,
    });
  }
}

/** What a form cannot see: whether an address leads anywhere, and whether a certificate is one. */
function refuseUnusable({ url, authority }: { readonly url: string; readonly authority: string }): void {
  if (URL.parse(url) === null) throw new CallerError('bad-address', 'this address cannot be read', 422);
  if (authority === '') return;
  try {
    new X509Certificate(authority);
  } catch {
    throw new CallerError('bad-certificate', 'this certificate cannot be read', 422);
  }
}
