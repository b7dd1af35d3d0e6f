import { Trans } from '@lingui/react';
import type { Language, OfferWhy } from '../../../shared/contract/index.ts';
import { day } from '../../ui/format.ts';

/** The largest true reason for an offer, in one sentence. */
export function WhyWords({ why, language }: { readonly why: OfferWhy; readonly language: Language }) {
  if (why.kind === 'bought-before' && why.times !== null) {
    return why.since ? (
      <Trans
        id="why.bought.since"
        message="{times, plural, one {You have bought it once, on {since}.} other {You have bought it # times since {since}.}}"
        values={{ times: why.times, since: day(why.since, language) }}
      />
    ) : (
      <Trans
        id="why.bought"
        message="{times, plural, one {You have bought it once.} other {You have bought it # times.}}"
        values={{ times: why.times }}
      />
    );
  }
  return why.kind === 'only-one' ? (
    <Trans id="why.only" message="It is the only offer we can make you today." />
  ) : (
    <Trans id="why.popular" message="Many of our customers buy it. It does not come from your purchases." />
  );
}
