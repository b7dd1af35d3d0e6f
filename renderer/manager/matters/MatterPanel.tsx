import { Trans, useLingui } from '@lingui/react';
import { useState } from 'react';
import type { DeskMatter, Output } from '../../../shared/contract/index.ts';
import { inThrees } from '../../../shared/voice/reference.ts';
import { Refused } from '../../api.ts';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { day, weekday } from '../../ui/format.ts';
import { Notice } from '../../ui/Notice.tsx';
import { refusedWords } from '../forms/problem-words.ts';
import { Select } from '../parts/Select.tsx';
import { useActions } from '../use-house.tsx';
import { kindWords, standingWords } from './matter-words.ts';
import { ReplyForm } from './ReplyForm.tsx';

interface MatterPanelProps {
  readonly matter: DeskMatter;
  readonly employees: Output<'manager/matters'>['employees'];
  readonly onChanged: () => Promise<void>;
}

/** One complaint or idea: what was written, who answers, the reply. */
export function MatterPanel({ matter, employees, onChanged }: MatterPanelProps) {
  const { i18n } = useLingui();
  const { call } = useActions();
  const [failed, setFailed] = useState<string | null>(null);
  const [erasing, setErasing] = useState(false);
  const attempt = async (act: () => Promise<unknown>) => {
    setFailed(null);
    try {
      await act();
    } catch (error) {
      setFailed(error instanceof Refused ? error.code : 'unreachable');
    }
    await onChanged();
  };
  const title = `${i18n._(kindWords[matter.kind])} ${inThrees(matter.reference)}`;
  return (
    <section className="panel matter" aria-label={title}>
      <div className="panel-head">
        <h2>{title}</h2>
        <p className="soft">
          {i18n._(standingWords(matter))} ·{' '}
          <Trans
            id="manager.matter.days"
            message="received {received}, promised by {due}"
            values={{ received: day(matter.receivedOn, spoken()), due: weekday(matter.dueOn, spoken()) }}
          />
        </p>
      </div>
      <blockquote className="matter-words" lang={matter.language}>
        {matter.words}
      </blockquote>
      {failed !== null && <Notice tone="problem">{refusedWords(failed, i18n)}</Notice>}
      {matter.state === 'closed' ? (
        <p className="matter-words">{matter.answer}</p>
      ) : (
        <>
          <Select
            label={<Trans id="manager.matter.owner" message="Who answers" />}
            value={matter.owner?.id ?? ''}
            onChange={(id) => void attempt(() => call('manager/matter-assign', { id: matter.id, owner: id === '' ? null : id }))}
            options={[
              { value: '', label: i18n._({ id: 'manager.matter.owner.manager', message: 'The manager' }) },
              ...employees.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <ReplyForm matter={matter} onSaved={onChanged} />
        </>
      )}
      <div className="row">
        {erasing ? (
          <>
            <Button onPress={() => void attempt(() => call('manager/matter-erase', { id: matter.id }))}>
              <Trans id="manager.matter.erase.yes" message="Erase now, for ever" />
            </Button>
            <Button look="bare" onPress={() => setErasing(false)}>
              <Trans id="manager.matter.erase.no" message="Keep it" />
            </Button>
          </>
        ) : (
          <Button look="bare" onPress={() => setErasing(true)}>
            <Trans id="manager.matter.erase" message="Erase, because the shopper asks" />
          </Button>
        )}
      </div>
    </section>
  );
}
