import { Trans } from '@lingui/react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { type FeedbackAnswer, feedbackLength, feedbackWordDays } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { hideKeyboard } from '../keyboard/field-focus.ts';
import { useComfort } from '../state/comfort.ts';
import { send } from '../state/commands.ts';
import { stayFarewell } from '../state/farewell.ts';
import { useFeedback } from '../state/feedback.ts';
import { Failure } from './Failure.tsx';

const answers: readonly { readonly answer: FeedbackAnswer; readonly words: ReactNode }[] = [
  { answer: 'yes', words: <Trans id="feedback.yes" message="Yes" /> },
  { answer: 'partly', words: <Trans id="feedback.partly" message="Partly" /> },
  { answer: 'no', words: <Trans id="feedback.no" message="No" /> },
];

/** Words to the answer, if the shopper likes. */
function Words({ onFailed }: { readonly onFailed: (failed: boolean) => void }) {
  const words = useFeedback((f) => f.words);
  const language = useComfort((c) => c.language);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!words.trim()) return;
    stayFarewell();
    const done = await send('kiosk/feedback-words', { words, language });
    onFailed(done === null);
    if (done === null) return;
    hideKeyboard();
    useFeedback.setState({ said: true, words: '' });
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="stack naming">
      <Field
        multiline
        rows={2}
        label={<Trans id="feedback.words" message="A few words, if you like" />}
        hint={
          <Trans
            id="feedback.words.hint"
            message="Please no names. Only the manager reads them; we erase them within {days} days."
            values={{ days: feedbackWordDays }}
          />
        }
        value={words}
        onChange={(text) => {
          stayFarewell();
          useFeedback.setState({ words: text });
        }}
        maxLength={feedbackLength}
        autoComplete="off"
      />
      <Button type="submit" isDisabled={!words.trim()}>
        <Trans id="feedback.send" message="Send these words" />
      </Button>
    </form>
  );
}

/** One question after service. Whoever passes it by has lost nothing, and nothing leads from an answer to who gave it. */
export function FeedbackQuestion() {
  const { answer, said } = useFeedback();
  const [failed, setFailed] = useState(false);
  const give = async (next: FeedbackAnswer) => {
    stayFarewell();
    const done = await send('kiosk/feedback', { answer: next });
    setFailed(done === null);
    if (done) useFeedback.setState({ answer: next });
  };
  return (
    <section className="feedback" aria-labelledby="feedback">
      <h2 id="feedback" aria-live="polite">
        {said ? (
          <Trans id="feedback.thanks" message="Thank you. The manager will read it." />
        ) : answer === null ? (
          <Trans id="feedback.title" message="Did you get what you came for?" />
        ) : (
          <Trans id="feedback.counted" message="Thank you. Your answer is counted." />
        )}
      </h2>
      {failed && (
        <Failure>
          <Trans id="feedback.failed" message="We could not store it. You can try again, or leave it." />
        </Failure>
      )}
      {answer === null ? (
        <div className="feedback-answers">
          {answers.map((each) => (
            <Button key={each.answer} onPress={() => void give(each.answer)}>
              {each.words}
            </Button>
          ))}
        </div>
      ) : (
        !said && <Words onFailed={setFailed} />
      )}
    </section>
  );
}
