import { Trans } from '@lingui/react';
import type { FeedbackReport } from '../../../shared/contract/index.ts';

/** The words of feedback, and what they say on the whole; nothing tells whose they are. */
export function FeedbackWords({ words }: Pick<FeedbackReport, 'words'>) {
  if (words === null)
    return (
      <p className="soft">
        <Trans id="manager.feedback.few-words" message="Words are shown from five on, so that none points at somebody." />
      </p>
    );
  const { sentiments, items } = words;
  return (
    <>
      <h3>
        <Trans id="manager.feedback.words" message="In their own words" />
      </h3>
      <p>
        <Trans
          id="manager.feedback.sentiment"
          message="Of {all}: {good} with praise, {bad} with blame, {mixed} with both, {none} with neither. A list of French and English words judges; it errs."
          values={{ all: items.length, ...sentiments }}
        />
      </p>
      <ul className="feedback-words">
        {items.map(({ text, language }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: nothing tells two equal texts apart, and that is meant
          <li key={place} lang={language}>
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}
