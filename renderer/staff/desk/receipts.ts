import type { StaffCall } from '../../../shared/contract/index.ts';

type Receipt = Pick<StaffCall, 'epoch'> & { readonly callId: string };

/** Which calls the station knows to have reached this page. */
export class Receipts {
  readonly #reported = new Set<string>();

  /** Sends a receipt once for each epoch of a call, and again if it did not arrive: a call that comes back is a new one. */
  acknowledge(kind: 'delivered' | 'seen', calls: readonly StaffCall[], send: (receipts: Receipt[]) => Promise<unknown>): void {
    const key = ({ id, epoch }: StaffCall) => `${kind}/${id}/${epoch}`;
    const news = calls.filter((call) => !this.#reported.has(key(call)));
    if (news.length === 0) return;
    for (const call of news) this.#reported.add(key(call));
    send(news.map(({ id, epoch }) => ({ callId: id, epoch }))).catch(() => {
      for (const call of news) this.#reported.delete(key(call));
    });
  }
}
