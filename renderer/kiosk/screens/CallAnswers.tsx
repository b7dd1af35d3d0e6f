import { Trans } from '@lingui/react';
import type { VisitView } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { cancelCall, wake } from '../state/commands.ts';
import { goTo, useView } from '../state/view.ts';

type Call = NonNullable<VisitView['call']>;

/** Nobody is coming for now: a note, or another time, is as good an answer as waiting. */
const hopeless: readonly Call['progress'][] = ['unanswered', 'nobody-on-duty', 'closed-hours'];

interface CallAnswersProps {
  readonly call: Call;
  readonly onFailed: (failed: boolean) => void;
  readonly onNote: () => void;
}

/** What the shopper can do while a call is open. */
export function CallAnswers({ call, onFailed, onNote }: CallAnswersProps) {
  const cancel = () => void cancelCall().then((done) => onFailed(!done));
  const aside = (screen: 'find' | 'ask') => {
    useView.setState({ callAside: true });
    goTo(screen);
  };
  if (call.progress === 'still-there')
    return (
      <div className="answers answers-large">
        <Button look="primary" onPress={() => void wake()}>
          <Trans id="call.yes-waiting" message="Yes, I am waiting" />
        </Button>
        <Button onPress={cancel}>
          <Trans id="call.not-waiting" message="No, end the call" />
        </Button>
      </div>
    );
  const later = hopeless.includes(call.progress);
  return (
    <>
      {later && (
        <p className="soft">
          <Trans id="call.emergency" message="If somebody is in danger, phone 112." />
        </p>
      )}
      <h2 className="meanwhile">
        {later ? (
          <Trans id="call.instead" message="What would help you now?" />
        ) : (
          <Trans id="call.meanwhile" message="Meanwhile, if you like" />
        )}
      </h2>
      <div className="answers answers-large">
        {later && (
          <Button onPress={onNote}>
            {call.note ? (
              <Trans id="call.note-again" message="Write my note again" />
            ) : (
              <Trans id="call.note" message="Leave a note" />
            )}
          </Button>
        )}
        {later && (
          <Button onPress={cancel}>
            <Trans id="call.come-back" message="I will come back later" />
          </Button>
        )}
        {!(later && call.note) && (
          <>
            <Button onPress={() => aside('find')}>
              <Trans id="call.find" message="Find a product" />
            </Button>
            <Button onPress={() => aside('ask')}>
              <Trans id="call.ask" message="Ask a question" />
            </Button>
          </>
        )}
      </div>
      {!later && (
        <Button look="quiet" onPress={cancel}>
          <Trans id="call.cancel" message="Cancel the call" />
        </Button>
      )}
    </>
  );
}
