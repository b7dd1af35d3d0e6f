import { Trans, useLingui } from '@lingui/react';
import { type CallLevel, EscalationPolicy } from '../../../shared/contract/index.ts';
import { check } from '../forms/check.ts';
import { reachWords } from './reach-words.ts';

/** What a policy means, as sentences in the order in which they come true. Says nothing while the form does not hold together. */
export function Preview({ policy: typed }: { readonly policy: unknown }) {
  const { i18n } = useLingui();
  const { value: policy } = check(EscalationPolicy, typed);
  if (policy === null)
    return (
      <p className="soft">
        <Trans id="manager.calling.preview.none" message="The preview comes back when every field can be read." />
      </p>
    );
  const seconds = (ms: number) => i18n.number(ms / 1000);
  const who = (reach: CallLevel) => i18n._(reachWords[reach]);
  return (
    <ol className="timeline">
      {policy.steps.map(({ afterMs, reach }) => (
        <li key={reach}>
          {afterMs === 0 ? (
            <Trans id="manager.calling.at-once" message="At once: {who}." values={{ who: who(reach) }} />
          ) : (
            <Trans
              id="manager.calling.after"
              message="After {seconds} s: {who}."
              values={{ seconds: seconds(afterMs), who: who(reach) }}
            />
          )}
        </li>
      ))}
      <li className="soft">
        <Trans
          id="manager.calling.preview.rest"
          message="If no device shows the call within {receipt} s, the other channels ring. Whoever claims it has {lease} s to arrive; then everyone hears it again. When everyone was told, it rings again every {repeat} s."
          values={{
            receipt: seconds(policy.receiptWithinMs),
            lease: seconds(policy.leaseMs),
            repeat: seconds(policy.repeatMs),
          }}
        />
      </li>
    </ol>
  );
}
