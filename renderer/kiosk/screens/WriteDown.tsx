import { Trans, useLingui } from '@lingui/react';
import { Ear } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Language, MatterKind } from '../../../shared/contract/index.ts';
import { matterLength } from '../../../shared/contract/lengths.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { hideKeyboard } from '../keyboard/field-focus.ts';
import { Scene } from '../layout/Scene.tsx';
import { callPerson, send } from '../state/commands.ts';
import { useAnswer } from '../state/use-answer.ts';
import { goTo, setText, textOf, useView } from '../state/view.ts';
import { Failure } from './Failure.tsx';

/** From here on it is worth saying how much room is left. */
const NEARLY_FULL = 150;

function Terms() {
  const { answer } = useAnswer('kiosk/matter-terms', {});
  if (answer === null) return null;
  return (
    <Trans
      id="write.terms"
      message="One of us answers within {days, plural, one {# working day} other {# working days}}. We erase it {months, plural, one {# month} other {# months}} after that, or when you ask."
      values={{ days: answer.dueDays, months: answer.keptMonths }}
    />
  );
}

interface WriteDownProps {
  readonly kind: MatterKind;
  readonly language: Language;
}

/** A complaint or an idea in the shopper's own words. No name is needed: the answer waits here under a reference and a code. */
export function WriteDown({ kind, language }: WriteDownProps) {
  const { i18n } = useLingui();
  const screen = kind === 'complaint' ? 'write-complaint' : 'write-idea';
  const words = useView((v) => textOf(v, screen));
  const [commandId, setCommandId] = useState(() => crypto.randomUUID());
  const [sending, setSending] = useState<'no' | 'yes' | 'failed'>('no');
  const left = matterLength - words.length;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!words.trim() || sending === 'yes') return;
    setSending('yes');
    const receipt = await send('kiosk/matter-write', { commandId, kind, words, language });
    setSending(receipt === null ? 'failed' : 'no');
    if (receipt === null) return;
    hideKeyboard();
    setCommandId(crypto.randomUUID());
    setText(screen, '');
    setText('written', JSON.stringify(receipt));
    goTo('written');
  };
  return (
    <Scene
      shape="list"
      fieldFirst
      onBack={() => goTo(kind === 'complaint' ? 'complaint' : 'tell')}
      title={
        kind === 'complaint' ? (
          <Trans id="write.complaint" message="What went wrong?" />
        ) : (
          <Trans id="write.idea" message="What is your idea?" />
        )
      }
      lead={<Terms />}
    >
      <form onSubmit={(event) => void submit(event)} className="stack naming">
        <Field
          autoFocus
          multiline
          rows={5}
          label={<Trans id="write.words" message="In your own words" />}
          hint={<Trans id="write.hint" message="No name is needed. Only our team reads it." />}
          value={words}
          onChange={(text) => {
            setText(screen, text);
            // Other words are another complaint, whatever became of the first.
            if (sending === 'failed') setCommandId(crypto.randomUUID());
          }}
          maxLength={matterLength}
          autoComplete="off"
        />
        <p className="soft" role="status">
          {left <= NEARLY_FULL &&
            i18n._({
              id: 'write.left',
              message: '{left, plural, =0 {There is no more room.} one {Room for # character.} other {Room for # characters.}}',
              values: { left },
            })}
        </p>
        {sending === 'failed' && (
          <Failure>
            <Trans id="write.failed" message="It is not stored yet. Your words are still here; please try again." />
          </Failure>
        )}
        <div className="answers">
          <Button look="primary" type="submit" isDisabled={!words.trim() || sending === 'yes'}>
            <Trans id="write.send" message="Give it to the team" />
          </Button>
          {kind === 'complaint' && (
            <Button icon={<Ear className="icon" aria-hidden="true" />} onPress={() => void callPerson('complaint')}>
              <Trans id="write.call" message="Rather talk to someone" />
            </Button>
          )}
        </div>
      </form>
    </Scene>
  );
}
