import { Trans, useLingui } from '@lingui/react';
import type { Fact, Language } from '../../../shared/contract/index.ts';
import { ownName } from '../../../shared/tongues.ts';
import { Button } from '../../ui/Button.tsx';
import { day } from '../../ui/format.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Scene } from '../layout/Scene.tsx';
import { Failure } from '../screens/Failure.tsx';
import { MyBeacons } from '../screens/MyBeacons.tsx';
import { useAnswer } from '../state/use-answer.ts';
import { factWords } from './fact-words.ts';

interface FactsProps {
  readonly language: Language;
  readonly onCorrect: () => void;
  readonly onCard: () => void;
  readonly onBack: () => void;
}

function Value({ fact, language }: { readonly fact: Fact; readonly language: Language }) {
  if (fact.kind === 'language') return ownName(fact.text);
  if (fact.text !== null) return fact.text;
  if (fact.day !== null) return day(fact.day, language);
  if (fact.count === null) return <Trans id="fact.there" message="Chosen" />;
  return <Trans id="fact.count" message="{count, plural, one {# entry} other {# entries}}" values={{ count: fact.count }} />;
}

/** What the store knows, each with what it is for and where it is from, and the ways to put it right. */
export function Facts({ language, onCorrect, onCard, onBack }: FactsProps) {
  const { i18n } = useLingui();
  const { answer, failed, again } = useAnswer('kiosk/facts', {});
  return (
    <Scene
      shape="list"
      onBack={onBack}
      title={<Trans id="facts.title" message="What we know about you, and why" />}
      lead={<Trans id="facts.lead" message="This is all of it. Every line is in your data to take along." />}
    >
      {failed && <Failure again={again} />}
      {!answer && !failed && <Skeleton height="16rem" />}
      <ul className="known">
        {answer?.facts.map((fact) => {
          const { name, purpose, source } = factWords[fact.kind];
          return (
            <li key={fact.kind}>
              <p className="known-fact">
                <span>{i18n._(name)}</span> <strong className="figures">{<Value fact={fact} language={language} />}</strong>
              </p>
              <p className="soft">
                {i18n._(purpose)} {i18n._(source)}
              </p>
            </li>
          );
        })}
      </ul>
      <div className="answers">
        <Button onPress={onCorrect}>
          <Trans id="account.correct" message="Correct my details" />
        </Button>
        <Button onPress={onCard}>
          <Trans id="account.card" message="A card for my telephone" />
        </Button>
      </div>
      <MyBeacons language={language} />
    </Scene>
  );
}
