import { Trans, useLingui } from '@lingui/react';
import { Gift, MessageCircle, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import type { GoodwillReason, StaffCall, Suggestion } from '../../../shared/contract/index.ts';
import { wordsIn } from '../../../shared/words-in.ts';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { money } from '../../ui/format.ts';
import { preferenceWords } from '../words/preference-words.ts';
import { becauseWords, checkWords } from '../words/suggestion-words.ts';
import { Propose } from './Propose.tsx';

const icons: Readonly<Record<Suggestion['kind'], ReactNode>> = {
  opening: <MessageCircle className="icon" aria-hidden="true" />,
  check: <Search className="icon" aria-hidden="true" />,
  gesture: <Gift className="icon" aria-hidden="true" />,
};

interface KnownProps {
  readonly call: StaffCall;
  /** The employee who looks at it has the call. */
  readonly own: boolean;
  readonly onGoodwill: (reason: GoodwillReason) => void;
}

/** What a customer allowed to be told of them, and what may help. For whoever looks after the call. */
export function Known({ call, own, onGoodwill }: KnownProps) {
  const { i18n } = useLingui();
  const { known, suggestions } = call;
  return (
    <>
      {known !== null && (
        <section className="card-part">
          <h2>
            <Trans id="staff.known" message="Agreed to be known" />
          </h2>
          <p>
            <Trans id="staff.known.since" message="Customer since {year}" values={{ year: String(known.sinceYear) }} />
          </p>
          {known.usual.length > 0 && (
            <p>
              <Trans
                id="staff.known.usual"
                message="Often buys: {things}"
                values={{ things: known.usual.map((name) => wordsIn(name, spoken())).join(' · ') }}
              />
            </p>
          )}
        </section>
      )}
      {call.preferences.length > 0 && (
        <section className="card-part">
          <h2>
            <Trans id="staff.preferences" message="Told us" />
          </h2>
          {call.preferences.map((preference) => (
            <p key={preference.kind}>{preferenceWords(preference, i18n)}</p>
          ))}
        </section>
      )}
      {own && call.customer !== null && <Propose callId={call.id} />}
      {suggestions.length > 0 && (
        <section className="card-part">
          <h2>
            <Trans id="staff.suggestions" message="May help; you decide" />
          </h2>
          <ul className="suggestions">
            {suggestions.map((suggestion, place) => (
              <li key={suggestion.kind}>
                {icons[suggestion.kind]}
                <div>
                  {suggestion.kind === 'opening' && (
                    <p className="suggestion-said" lang={call.language}>
                      {suggestion.words}
                    </p>
                  )}
                  {suggestion.kind === 'check' && <p>{checkWords(suggestion, i18n, spoken())}</p>}
                  {suggestion.kind === 'gesture' && (
                    <Button look="plain" onPress={() => onGoodwill(suggestion.reason)}>
                      <Trans
                        id="staff.suggestion.gesture"
                        message="A gesture of up to {amount}"
                        values={{ amount: money(suggestion.upToCents, spoken()) }}
                      />
                    </Button>
                  )}
                  {suggestion.because !== suggestions[place - 1]?.because && (
                    <p className="soft small">{i18n._(becauseWords[suggestion.because])}</p>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
