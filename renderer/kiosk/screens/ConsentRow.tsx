import { Trans } from '@lingui/react';
import type { ReactNode } from 'react';
import type { Input, Language, Purpose } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { consentSentences, shownText, useConsentWords } from '../words/consent-text.ts';
import { ReceiptOffer } from './ReceiptOffer.tsx';

interface ConsentRowProps {
  readonly purpose: Purpose;
  readonly language: Language;
  readonly given: boolean;
  readonly title: ReactNode;
  /** What its end is called where it does more than stop. */
  readonly stop?: ReactNode;
  readonly onGive: (shown: Input<'kiosk/consent'>['shown']) => void;
  readonly onWithdraw: () => void;
}

/** One purpose with its state in words, its sentences, and one tap to change it: as easy out as in. */
export function ConsentRow({ purpose, language, given, title, stop, onGive, onWithdraw }: ConsentRowProps) {
  const words = useConsentWords(purpose);
  const { sentences, lang } = consentSentences(words, language);
  return (
    <section className="consent-row">
      <div>
        <h2>{title}</h2>
        <p>
          {given ? (
            <Trans id="consent.given" message="You said yes." />
          ) : (
            <Trans id="consent.not-given" message="You have not said yes. We do not do it." />
          )}
        </p>
        <p className="soft" lang={lang}>
          {sentences.join(' ')}
        </p>
        {given && <ReceiptOffer purpose={purpose} />}
      </div>
      {given ? (
        <Button onPress={onWithdraw}>{stop ?? <Trans id="consent.stop" message="Stop this" />}</Button>
      ) : (
        <Button onPress={() => onGive(shownText(words, language))}>
          <Trans id="consent.allow" message="Allow this" />
        </Button>
      )}
    </section>
  );
}
