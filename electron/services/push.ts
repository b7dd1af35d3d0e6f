import type { Page } from '../../devices/pager/channel.ts';
import type { Subscription, VapidKeys } from '../../devices/pager/web-push.ts';
import { audience } from '../../shared/assistance/view.ts';
import type { Received } from '../../shared/contract/index.ts';
import type { CallService } from './calls.ts';
import type { Context } from './context.ts';
import { readPushKeys } from './push-keys.ts';

/** Staff pages that agreed to be woken, and whom a page is for among them. */
export class PushPages {
  readonly #context: Context;
  readonly #calls: Pick<CallService, 'get' | 'helpers'>;
  readonly #folder: string;
  #keys: VapidKeys | null = null;

  constructor(context: Context, calls: Pick<CallService, 'get' | 'helpers'>, folder: string) {
    this.#context = context;
    this.#calls = calls;
    this.#folder = folder;
  }

  /** Made the first time somebody wants push: a store without it has no such keys. */
  readonly keys = (): VapidKeys => {
    this.#keys ??= readPushKeys(this.#folder);
    return this.#keys;
  };

  /** What a staff page subscribes with, or null while push is switched off. */
  publicKey(): string | null {
    const on = this.#context.store.pagerChannels.list().some(({ settings }) => settings.kind === 'push' && settings.active);
    return on ? this.keys().publicKey : null;
  }

  count(): number {
    return this.#context.store.pushSubscriptions.list().length;
  }

  add(subscription: Received<'staff/push-on'>, employeeId: string): void {
    this.#context.store.pushSubscriptions.save({ ...subscription, employeeId }, this.#context.clock.wall());
  }

  readonly remove = (endpoint: string): void => {
    this.#context.store.pushSubscriptions.remove(endpoint);
  };

  /** A call wakes those who would see it; a test wakes everybody who may log in. Nobody is woken off duty who would not be called. */
  readonly subscriptions = (page: Page): readonly Subscription[] => {
    const call = page.kind === 'test' ? null : this.#calls.get(page.callId)?.call;
    const helpers = this.#calls.helpers(call);
    const called = call === null ? helpers : call === undefined ? [] : audience(call, helpers);
    const ids = new Set(called.map(({ id }) => id));
    return this.#context.store.pushSubscriptions.list().filter(({ employeeId }) => ids.has(employeeId));
  };
}
