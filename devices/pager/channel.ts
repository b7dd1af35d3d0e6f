import type { CallLevel, CallReason, Language, PagerTrouble } from '../../shared/contract/index.ts';
import type { Millis } from '../../shared/units.ts';

/**
 * What leaves the station when people are paged. It says where help is wanted, never by whom: no name, no words of the shopper's,
 * nothing of a customer.
 */
export interface Page {
  readonly kind: 'call' | 'test';
  readonly callId: string;
  readonly epoch: number;
  readonly level: CallLevel;
  /** Where the shopper stands, as the manager named it. */
  readonly place: string;
  readonly reasons: readonly CallReason[];
  readonly language: Language;
  readonly waited: Millis;
  /** Address of the call on the staff page. */
  readonly link: string;
}

/** Names a page for receivers that must not act twice on one: a page that is sent again has the same. */
export const pageId = ({ callId, epoch, level }: Pick<Page, 'callId' | 'epoch' | 'level'>): string =>
  `${callId}/${epoch}/${level}`;

/** The other end took the page. That somebody read it, only a claim can tell. */
export interface Sent {
  readonly ok: true;
}

/** Why a page did not get through. `detail` is for logs and the manager: no secret, no path of an address. */
export interface Failed {
  readonly ok: false;
  readonly trouble: PagerTrouble;
  readonly detail: string;
}

export const sent: Sent = { ok: true };
export const failed = (trouble: PagerTrouble, detail: string): Failed => ({ ok: false, trouble, detail });

/** A light, or whatever stays on until it is told to stop. */
export interface Lamp {
  /** What a page switches on: two pages that name the same share it. */
  of(page: Page): string;
  clear(page: Page, signal: AbortSignal): Promise<Sent | Failed>;
}

/** One way to reach people. Expected failures are results; when `signal` aborts, every resource is given back at once. */
export interface PagerChannel {
  readonly id: string;
  readonly kind: 'webhook' | 'mqtt' | 'push';
  /** Present where a page leaves something switched on. */
  readonly lamp: Lamp | null;
  send(page: Page, signal: AbortSignal): Promise<Sent | Failed>;
}
