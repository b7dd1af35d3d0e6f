import { Trans, useLingui } from '@lingui/react';
import { useState } from 'react';
import { changesOf, isEmpty } from '../../../shared/ask/changes.ts';
import type { AskVersion, Output } from '../../../shared/contract/index.ts';
import { wordsIn } from '../../../shared/words-in.ts';
import { Refused } from '../../api.ts';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { refusedWords } from '../forms/problem-words.ts';
import { Changed } from '../parts/Changed.tsx';
import { useActions } from '../use-house.tsx';

/** What publishing would change, and every version there was, to go back to. */
export function Versions({
  overview,
  reload,
}: {
  readonly overview: Output<'manager/ask'>;
  readonly reload: () => Promise<void>;
}) {
  const { i18n } = useLingui();
  const { call } = useActions();
  const [refused, setRefused] = useState<string | null>(null);
  const { current, draft, history } = overview;
  const same = isEmpty(changesOf(current.intents, draft.intents));
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
      setRefused(null);
    } catch (error) {
      setRefused(error instanceof Refused ? error.code : 'unreachable');
    }
    await reload();
  };
  return (
    <section className="panel">
      <h2>
        <Trans id="manager.calling.history" message="Versions" />
      </h2>
      {same ? (
        <p className="soft">
          <Trans id="manager.questions.same" message="The draft is what shoppers are answered with now." />
        </p>
      ) : (
        <>
          <p>
            <Trans id="manager.questions.differs" message="The draft differs from what shoppers are answered with:" />
          </p>
          <ChangeList before={current} after={draft} />
          <div className="row">
            <Button look="primary" onPress={() => void attempt(() => call('manager/ask-publish', { from: current.version }))}>
              <Trans id="manager.questions.publish" message="Publish the draft" />
            </Button>
            {current.version > 0 && (
              <Button onPress={() => void attempt(() => call('manager/ask-restore', { version: current.version }))}>
                <Trans id="manager.questions.discard" message="Discard the draft" />
              </Button>
            )}
          </div>
        </>
      )}
      {refused !== null && <Notice tone="problem">{refusedWords(refused, i18n)}</Notice>}
      <ol className="versions" reversed>
        {history.map((version, place) => (
          <li key={version.version}>
            <details>
              <summary>
                <Trans id="manager.calling.version" message="Version {version}" values={{ version: version.version }} />{' '}
                <span className="soft">
                  <Changed changed={version.changed} />
                </span>
              </summary>
              {history[place + 1] !== undefined && <ChangeList before={history[place + 1] as AskVersion} after={version} />}
              {version.version !== current.version && (
                <Button onPress={() => void attempt(() => call('manager/ask-restore', { version: version.version }))}>
                  <Trans id="manager.questions.restore" message="Make the draft what it was then" />
                </Button>
              )}
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Questions that came, changed or went between two versions. */
function ChangeList({ before, after }: { readonly before: AskVersion; readonly after: AskVersion }) {
  const { added, changed, removed } = changesOf(before.intents, after.intents);
  const named = (ids: readonly string[]) =>
    ids
      .map((id) => {
        const intent = [...after.intents, ...before.intents].find((one) => one.id === id);
        return intent ? wordsIn(intent.question, spoken()) : id;
      })
      .join(' · ');
  return (
    <ul>
      {added.length > 0 && (
        <li>
          <Trans id="manager.questions.added" message="New: {names}" values={{ names: named(added) }} />
        </li>
      )}
      {changed.length > 0 && (
        <li>
          <Trans id="manager.questions.changed" message="Changed: {names}" values={{ names: named(changed) }} />
        </li>
      )}
      {removed.length > 0 && (
        <li>
          <Trans id="manager.questions.removed" message="Removed: {names}" values={{ names: named(removed) }} />
        </li>
      )}
    </ul>
  );
}
