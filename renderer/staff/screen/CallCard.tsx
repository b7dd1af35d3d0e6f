import { Trans, useLingui } from '@lingui/react';
import { Languages, UserRound } from 'lucide-react';
import type { GoodwillReason, StaffCall } from '../../../shared/contract/index.ts';
import type { Standing } from '../desk/card.ts';
import { left, since } from '../desk/waited.ts';
import { useDesk, useNow } from '../use-desk.tsx';
import { attemptWords, durationWords, languageWords, reasonWords, standingWords } from '../words/call-words.ts';
import { FloorPlace } from './FloorPlace.tsx';
import { Known } from './Known.tsx';

/** How many of the shopper's last steps fit at arm's length. */
const LAST_STEPS = 4;

/** One call, readable at arm's length: where, why, since when, in which language, what was tried. */
export function CallCard(props: {
  readonly call: StaffCall;
  readonly standing: Standing;
  readonly onGoodwill: (reason: GoodwillReason) => void;
}) {
  const { call, standing } = props;
  const { i18n } = useLingui();
  const heardAt = useDesk((desk) => desk.heardAt);
  const now = useNow();
  const lease = call.leaseMs === null || standing !== 'mine' ? null : left(call.leaseMs, heardAt, now);

  return (
    <article className="card" aria-labelledby="card-place">
      <p className="card-status">{standing !== 'taken' && i18n._(standingWords[standing])}</p>
      <h1 id="card-place" className="card-place">
        {call.place}
      </h1>
      <div className="card-where">
        <div className="card-why">
          <ul className="card-reasons">
            {call.reasons.map((reason) => (
              <li key={reason}>{i18n._(reasonWords[reason])}</li>
            ))}
          </ul>

          {standing !== 'with-me' && (
            <p className="card-wait">
              <span className="figures card-figure">
                {lease === null ? durationWords(since(call.waitedMs, heardAt, now), i18n) : durationWords(lease, i18n)}
              </span>{' '}
              <span className="soft">
                {lease === null ? (
                  <Trans id="staff.card.waited" message="waiting" />
                ) : (
                  <Trans id="staff.card.lease" message="left to get there" />
                )}
              </span>
            </p>
          )}
          {call.arrivalCode !== null && (
            <p className="card-code">
              <Trans id="staff.card.arrival-code" message="Your code for the kiosk" />{' '}
              <span className="figures card-figure">{call.arrivalCode}</span>
            </p>
          )}
        </div>
        {standing !== 'with-me' && <FloorPlace place={call.place} />}
      </div>
      {call.overdue && standing === 'with-me' && (
        <p className="card-overdue" role="status">
          <Trans id="staff.card.overdue" message="How did it end? Resolve the call so that you are free for others." />
        </p>
      )}
      {standing === 'offered' && (
        <p className="soft">
          <Trans id="staff.card.offered-by" message="{name} has it until you answer." values={{ name: call.claimedBy?.name }} />
        </p>
      )}
      <ul className="card-facts">
        <li>
          <Languages className="icon" aria-hidden="true" />
          {languageWords(call.language, i18n)}
        </li>
        {call.customer !== null && (
          <li>
            <UserRound className="icon" aria-hidden="true" />
            <Trans id="staff.card.customer" message="Customer: {name}" values={{ name: call.customer }} />
          </li>
        )}
      </ul>
      {call.tried.length > 0 && (
        <section className="card-tried">
          <h2>
            <Trans id="staff.card.tried" message="Already tried at the kiosk" />
          </h2>
          <ul>
            {call.tried.slice(-LAST_STEPS).map((attempt, place) => (
              // Steps have no identity of their own and are only ever appended.
              // biome-ignore lint/suspicious/noArrayIndexKey: the order is the identity
              <li key={place}>{attemptWords(attempt, i18n)}</li>
            ))}
          </ul>
        </section>
      )}
      <Known call={call} own={standing === 'mine' || standing === 'with-me'} onGoodwill={props.onGoodwill} />
    </article>
  );
}
