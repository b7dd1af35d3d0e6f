import { Trans, useLingui } from '@lingui/react';
import { staffAddress } from '../parts/staff-address.ts';
import { useHouse } from '../use-house.tsx';
import { reasonList, stateWords } from '../words/call-words.ts';
import { durationWords } from '../words/duration-words.ts';

/** What is going on this minute: who is on duty, which calls are open. */
export function Now() {
  const { i18n } = useLingui();
  const snapshot = useHouse((house) => house.snapshot);
  if (snapshot === null) return null;
  return (
    <section className="panel now" aria-labelledby="now-title">
      <h2 id="now-title">
        <Trans id="manager.now" message="Now" />
      </h2>
      <p>
        <Trans
          id="manager.now.duty"
          message="{count, plural, =0 {Nobody is on duty: calls go unanswered.} one {One employee is on duty} other {# employees are on duty}}"
          values={{ count: snapshot.employeesOnDuty }}
        />
        {snapshot.employeesOnDuty === 0 && (
          <>
            {' '}
            <Trans
              id="manager.now.how"
              message="Employees log in at {address} and go on duty there."
              values={{ address: staffAddress() }}
            />
          </>
        )}
        {snapshot.employeesOnDuty > 0 && (
          <>
            {', '}
            <Trans
              id="manager.now.pages"
              message="{count, plural, =0 {and no staff page is open: nobody would hear a call.} one {one staff page is open.} other {# staff pages are open.}}"
              values={{ count: snapshot.staffPagesOpen }}
            />
          </>
        )}
      </p>
      {snapshot.matters.overdue > 0 && (
        <p>
          <strong>
            <Trans
              id="manager.now.overdue"
              message="{count, plural, one {One shopper waits for an answer longer than we promised.} other {# shoppers wait for an answer longer than we promised.}}"
              values={{ count: snapshot.matters.overdue }}
            />
          </strong>{' '}
          <a href="#matters">
            <Trans id="manager.section.matters" message="Complaints and ideas" />
          </a>
        </p>
      )}
      {!snapshot.pager.some(({ active }) => active) && (
        <p>
          <Trans
            id="manager.now.no-fallback"
            message="Calls have no fallback: when no staff page receives one, nothing else rings."
          />{' '}
          <a href="#pager">
            <Trans id="manager.section.pager" message="Ways to reach people" />
          </a>
        </p>
      )}
      {snapshot.openCalls.length === 0 ? (
        <p className="soft">
          <Trans id="manager.now.no-calls" message="No open call." />
        </p>
      ) : (
        <ul className="stack">
          {snapshot.openCalls.map((call) => (
            <li key={call.id}>
              <strong>{i18n._(stateWords[call.state])}</strong> · {reasonList(call.reasons, i18n)} ·{' '}
              <Trans id="manager.now.waited" message="for {time}" values={{ time: durationWords(call.waitedMs, i18n) }} />
              {call.claimedBy !== null && <> · {call.claimedBy}</>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
