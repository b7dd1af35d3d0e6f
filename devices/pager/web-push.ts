import webpush from 'web-push';
import type { Language } from '../../shared/contract/index.ts';
import { type Failed, failed, type Page, type PagerChannel, pageId, type Sent, sent } from './channel.ts';
import { judge, post } from './post.ts';

/** A page that agreed to be woken, as the browser's push manager named it. */
export interface Subscription {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  /** The language of that page. */
  readonly language: Language;
}

/** Our identity towards push services (RFC 8292). */
export interface VapidKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

export interface WebPushOptions {
  readonly id: string;
  readonly keys: VapidKeys;
  /** `mailto:` address push services may write to. */
  readonly contact: string;
  /** Whom a page is for. */
  readonly subscriptions: (page: Page) => readonly Subscription[];
  /** The push service says that this subscription is no more. */
  readonly expired: (endpoint: string) => void;
  readonly authority?: string | undefined;
}

/** A page nobody fetched for this long is old news, seconds. */
const TIME_TO_LIVE = 120;
/** RFC 8030 §5.4: a newer message with the same topic takes the place of one that waits; at most 32 characters. */
const topicOf = (page: Page): string => page.callId.replaceAll('-', '').slice(0, 32);

/** Wakes staff pages through the push services of their browsers. Needs the internet, unlike everything else here. */
export class WebPush implements PagerChannel {
  readonly kind = 'push';
  readonly lamp = null;
  readonly id: string;
  readonly #options: WebPushOptions;

  constructor(options: WebPushOptions) {
    this.id = options.id;
    this.#options = options;
  }

  /** Sent as soon as one device was reached. */
  async send(page: Page, signal: AbortSignal): Promise<Sent | Failed> {
    const subscriptions = this.#options.subscriptions(page);
    const results = await Promise.all(subscriptions.map((subscription) => this.#wake(subscription, page, signal)));
    if (results.some((result) => result.ok)) return sent;
    return (
      results.find((result) => !result.ok) ??
      failed('nobody-subscribed', 'no staff page of the people called has agreed to be woken')
    );
  }

  async #wake(subscription: Subscription, page: Page, signal: AbortSignal): Promise<Sent | Failed> {
    const { keys, contact, expired, authority } = this.#options;
    const { origin } = new URL(subscription.endpoint);
    const payload = JSON.stringify({
      kind: page.kind,
      id: pageId(page),
      call: page.callId,
      place: page.place,
      reasons: page.reasons,
      shopperLanguage: page.language,
      language: subscription.language,
    });
    let request: webpush.RequestDetails;
    try {
      request = webpush.generateRequestDetails(
        { endpoint: subscription.endpoint, keys: { p256dh: subscription.p256dh, auth: subscription.auth } },
        payload,
        { vapidDetails: { subject: contact, ...keys }, TTL: TIME_TO_LIVE, urgency: 'high', topic: topicOf(page) },
      );
    } catch {
      // Keys that are none: nothing can ever be sent there.
      expired(subscription.endpoint);
      return failed('refused', `a subscription at ${origin} has unusable keys`);
    }
    const { headers, body } = request;
    const answer = await post(
      { url: subscription.endpoint, headers: headers as Record<string, string>, body: body as Buffer, authority },
      signal,
    );
    if (!answer.ok) return answer;
    if (answer.status === 404 || answer.status === 410) expired(subscription.endpoint);
    return judge(answer, origin) ?? sent;
  }
}

export const newVapidKeys = (): VapidKeys => webpush.generateVAPIDKeys();
