import type { ReactNode } from 'react';
import type { Input, Language, Purpose } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Scene } from '../layout/Scene.tsx';
import { consentSentences, shownText, useConsentWords } from '../words/consent-text.ts';

interface ConsentQuestionProps {
  readonly purpose: Purpose;
  readonly language: Language;
  readonly yes: ReactNode;
  readonly no: ReactNode;
  /** Both get the very words that stood on the screen. */
  readonly onYes: (shown: Input<'kiosk/consent'>['shown']) => void;
  readonly onNo: (shown: Input<'kiosk/consent'>['shown']) => void;
  readonly onBack?: () => void;
  readonly over?: ReactNode;
  /** What must be said besides, such as a failure. */
  readonly children?: ReactNode;
  /** Another way on, for those whom the question does not concern. */
  readonly after?: ReactNode;
}

/** One purpose: what, how long, how to stop, all in the same size; then two answers of the same weight, neither chosen. */
export function ConsentQuestion({
  purpose,
  language,
  yes,
  no,
  onYes,
  onNo,
  onBack,
  over,
  children,
  after,
}: ConsentQuestionProps) {
  const words = useConsentWords(purpose);
  const { question, sentences, lang } = consentSentences(words, language);
  const shown = shownText(words, language);
  return (
    <Scene
      over={over}
      title={<span lang={lang}>{question}</span>}
      onBack={onBack}
      lead={
        <ul className="consent" lang={lang}>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      }
    >
      {children}
      <div className="answers answers-large">
        <Button onPress={() => onYes(shown)}>{yes}</Button>
        <Button onPress={() => onNo(shown)}>{no}</Button>
      </div>
      {after}
    </Scene>
  );
}
