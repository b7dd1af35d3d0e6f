import { createHmac } from 'node:crypto';
import type { EpochMs } from '../../shared/units.ts';
import { type Failed, type Page, type PagerChannel, pageId, type Sent, sent } from './channel.ts';
import { judge, post } from './post.ts';

export interface WebhookOptions {
  readonly id: string;
  readonly url: string;
  /** Signs every request; null sends it unsigned. */
  readonly secret: string | null;
  readonly authority?: string | undefined;
  readonly wall: () => EpochMs;
}

/**
 * Value of the `Prevenance-Signature` header: `t=<Unix seconds>,v1=<hex>`, where v1 is HMAC-SHA256 over `<t>.<body>`. The scheme is
 * Stripe's (https://docs.stripe.com/webhooks#verify-manually): with the time signed too, a receiver can refuse what is replayed.
 */
export const signature = (secret: string, body: string, at: EpochMs): string => {
  const t = Math.floor(at / 1000);
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`;
};

/** The JSON a receiver gets. `text` alone is what Slack, Mattermost, Rocket.Chat and Google Chat show. */
const webhookBody = (page: Page): string =>
  JSON.stringify({
    type: page.kind,
    id: pageId(page),
    text: `${page.place} · ${page.link}`,
    call: page.callId,
    epoch: page.epoch,
    level: page.level,
    place: page.place,
    reasons: page.reasons,
    language: page.language,
    waitedSeconds: Math.round(page.waited / 1000),
    link: page.link,
  });

/** Posts a page as signed JSON to an address the manager typed. */
export class Webhook implements PagerChannel {
  readonly kind = 'webhook';
  readonly lamp = null;
  readonly id: string;
  readonly #options: WebhookOptions;

  constructor(options: WebhookOptions) {
    this.id = options.id;
    this.#options = options;
  }

  async send(page: Page, signal: AbortSignal): Promise<Sent | Failed> {
    const { url, secret, authority, wall } = this.#options;
    const body = webhookBody(page);
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Prevenance',
      'idempotency-key': pageId(page),
      ...(secret === null ? {} : { 'prevenance-signature': signature(secret, body, wall()) }),
    };
    const answer = await post({ url, headers, body, authority }, signal);
    return answer.ok ? (judge(answer, new URL(url).origin) ?? sent) : answer;
  }
}
