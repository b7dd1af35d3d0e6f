import { randomInt } from 'node:crypto';
import { ArrivalCodes } from '../services/arrival.ts';
import { placeOf } from '../services/call-place.ts';
import { CallService } from '../services/calls.ts';
import { DutyService } from '../services/duty.ts';
import { Escalation } from '../services/escalation.ts';
import { GoodwillService } from '../services/goodwill.ts';
import { Pager } from '../services/pager.ts';
import { PagerChannels } from '../services/pager-channels.ts';
import { PreferenceProposals } from '../services/preferences.ts';
import { PushPages } from '../services/push.ts';
import { Vault } from '../services/vault.ts';
import type { Ground } from './ground.ts';

/**
 * Calls for an employee: who is there, how they are reached, and what they may give and propose.
 * @param origin where staff pages are reached, as a message to a telephone names it
 */
export function makeCalling({ context, folder, hours, pepper, report }: Ground, origin: () => string) {
  const calls = new CallService(context);
  const push = new PushPages(context, calls, folder);
  const pagerChannels = new PagerChannels(context, new Vault(pepper), {
    keys: push.keys,
    subscriptions: push.subscriptions,
    expired: push.remove,
  });
  const pager = new Pager(context, {
    calls,
    channels: pagerChannels,
    place: (call) => placeOf(context, call),
    link: (callId) => `${origin()}/staff#${callId}`,
    random: Math.random,
    report,
  });
  return {
    calls,
    push,
    pagerChannels,
    pager,
    arrival: new ArrivalCodes(calls, randomInt),
    duty: new DutyService(context, { calls, hours }),
    escalation: new Escalation(context),
    goodwill: new GoodwillService(context, hours, randomInt),
    proposals: new PreferenceProposals(context, calls),
  };
}

export type Calling = ReturnType<typeof makeCalling>;
