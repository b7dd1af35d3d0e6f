import { Trans, useLingui } from '@lingui/react';
import { useState } from 'react';
import type { DeskMatter, MatterMove } from '../../../shared/contract/index.ts';
import { matterLength } from '../../../shared/contract/lengths.ts';
import { movesOf } from '../../../shared/voice/matter.ts';
import { inThrees } from '../../../shared/voice/reference.ts';
import { call, Refused } from '../../api.ts';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Field } from '../../ui/Field.tsx';
import { languageName, weekday } from '../../ui/format.ts';
import { Notice } from '../../ui/Notice.tsx';
import { kindWords, moveWords, troubleWords } from './matter-words.ts';

/** One complaint or idea that this employee answers. */
export function MatterCard({ matter, onSaved }: { readonly matter: DeskMatter; readonly onSaved: () => void }) {
  const { i18n } = useLingui();
  const [answer, setAnswer] = useState(matter.answer ?? '');
  const [move, setMove] = useState<MatterMove>(matter.kind === 'complaint' ? 'answered' : 'looking');
  const [trouble, setTrouble] = useState<string | null>(null);
  const save = async () => {
    try {
      await call('staff/matter-reply', { id: matter.id, move, answer, from: matter.revision });
      setTrouble(null);
    } catch (error) {
      setTrouble(error instanceof Refused ? error.code : 'unreachable');
    }
    onSaved();
  };
  return (
    <li className="note matter">
      <h2>
        {i18n._(kindWords[matter.kind])} {inThrees(matter.reference)}
      </h2>
      <p className="soft small">
        <Trans id="staff.matter.due" message="Answer promised by {day}" values={{ day: weekday(matter.dueOn, spoken()) }} />
        {matter.overdue && (
          <>
            {' · '}
            <strong>
              <Trans id="staff.matter.overdue" message="overdue" />
            </strong>
          </>
        )}
      </p>
      <p className="note-text" lang={matter.language}>
        {matter.words}
      </p>
      <Field
        multiline
        rows={4}
        label={<Trans id="staff.matter.answer" message="Answer, as the shopper reads it" />}
        hint={
          <Trans
            id="staff.matter.in-language"
            message="It was written in {language}."
            values={{ language: languageName(matter.language, spoken()) }}
          />
        }
        value={answer}
        onChange={setAnswer}
        maxLength={matterLength}
      />
      <Choice
        label={<Trans id="staff.matter.move" message="What becomes of it" />}
        value={move}
        onChange={setMove}
        options={movesOf(matter.kind).map((value) => ({ value, label: i18n._(moveWords[value]) }))}
      />
      {trouble !== null && <Notice tone="problem">{troubleWords(trouble, i18n)}</Notice>}
      <Button look="primary" onPress={() => void save()}>
        <Trans id="staff.matter.save" message="Show it at the kiosk" />
      </Button>
    </li>
  );
}
