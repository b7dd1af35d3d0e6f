import { Trans } from '@lingui/react';
import { Check, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { AskAnswer, Language } from '../../../shared/contract/index.ts';
import { StoreText } from '../../i18n/StoreText.tsx';
import { Button } from '../../ui/Button.tsx';
import { day } from '../../ui/format.ts';
import { send } from '../state/commands.ts';
import { AskPerson } from './AskPerson.tsx';
import { HoursAnswer } from './HoursAnswer.tsx';
import { ProductRow } from './ProductRow.tsx';

/** The answer, where it comes from, and whether it was one. */
export function AnswerCard({ answer, language }: { readonly answer: AskAnswer; readonly language: Language }) {
  const [helped, setHelped] = useState<boolean | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const say = (yes: boolean) => {
    setHelped(yes);
    void send('kiosk/ask-verdict', { helped: yes });
  };
  return (
    <>
      <section className="answer" aria-labelledby="answer-title">
        <h2 id="answer-title" ref={heading} tabIndex={-1} className="answer-asked">
          {answer.kind === 'written' && <StoreText words={answer.question} />}
          {answer.kind === 'hours' && <Trans id="ask.answer.hours" message="Opening hours" />}
          {answer.kind === 'products' && <Trans id="ask.answer.products" message="What we found for you" />}
        </h2>
        {answer.kind === 'written' && (
          <p className="answer-words">
            <StoreText words={answer.answer} />
          </p>
        )}
        {answer.kind === 'hours' && <HoursAnswer answer={answer} language={language} />}
        {answer.kind === 'products' && (
          <ul className="products">
            {answer.products.map((product) => (
              <ProductRow key={product.id} product={product} language={language} />
            ))}
          </ul>
        )}
        <p className="answer-source soft">
          <Source answer={answer} language={language} />
        </p>
      </section>
      {helped === null && (
        <div className="answer-verdict">
          <p id="answer-verdict">
            <Trans id="ask.verdict" message="Was this your answer?" />
          </p>
          <fieldset className="answer-verdicts" aria-labelledby="answer-verdict">
            <Button icon={<Check className="icon" aria-hidden="true" />} onPress={() => say(true)}>
              <Trans id="ask.verdict.yes" message="Yes" />
            </Button>
            <Button icon={<X className="icon" aria-hidden="true" />} onPress={() => say(false)}>
              <Trans id="ask.verdict.no" message="No" />
            </Button>
          </fieldset>
        </div>
      )}
      {helped === true && (
        <p role="status">
          <Trans id="ask.verdict.thanks" message="Thank you. We are glad it helped." />
        </p>
      )}
      {helped === false && <AskPerson person={false} />}
    </>
  );
}

/** Who says so, and since when. */
function Source({ answer, language }: { readonly answer: AskAnswer; readonly language: Language }) {
  if (answer.kind === 'hours')
    return <Trans id="ask.source.hours" message="From the store’s own opening hours, as they are today." />;
  if (answer.kind === 'products')
    return <Trans id="ask.source.products" message="From the store’s own shelves and prices. The same for everyone." />;
  const values = { day: day(answer.writtenOn, language) };
  return answer.rephrased ? (
    <Trans id="ask.source.rephrased" message="Written by the store on {day}. Worded anew by its own computer." values={values} />
  ) : (
    <Trans id="ask.source.written" message="Written by the store on {day}." values={values} />
  );
}
