import { Trans, useLingui } from '@lingui/react';
import { Intent, type Output } from '../../../shared/contract/index.ts';
import { StoreText } from '../../i18n/StoreText.tsx';
import { Button } from '../../ui/Button.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { FormFrame } from '../forms/Fields.tsx';
import { useForm } from '../forms/use-form.ts';
import { useFormFocus } from '../forms/use-form-focus.ts';
import { WordsFields } from '../forms/WordsFields.tsx';
import { Select } from '../parts/Select.tsx';
import { useActions } from '../use-house.tsx';
import { questionDraft, readQuestion } from './question-form.ts';

/** One question, the ways shoppers ask it, and the answer, in both languages. */
export function QuestionForm(props: {
  readonly intent: Intent;
  readonly skills: Output<'manager/ask'>['skills'];
  readonly onSaved: () => Promise<void>;
  readonly onClose: () => void;
}) {
  const { i18n } = useLingui();
  const { call } = useActions();
  const heading = useFormFocus();
  const form = useForm({
    initial: questionDraft(props.intent),
    schema: Intent,
    read: readQuestion,
    async save(intent) {
      await call('manager/ask-save', intent);
      await props.onSaved();
    },
    fieldOf: { 'no-such-skill': 'skill' },
  });
  const examplesHint = (
    <Trans
      id="manager.questions.examples-hint"
      message="One a line, in shoppers’ own words. Five different ones do more than ten alike."
    />
  );
  return (
    <section className="panel">
      <h2 ref={heading} tabIndex={-1}>
        {props.intent.question.fr === '' ? (
          <Trans id="manager.questions.new" message="New question" />
        ) : (
          <StoreText words={props.intent.question} />
        )}
      </h2>
      <FormFrame
        onSubmit={form.submit}
        sending={form.sending}
        label={<Trans id="manager.questions.save" message="Save in the draft" />}
        more={
          <Button onPress={props.onClose}>
            <Trans id="manager.cancel" message="Cancel" />
          </Button>
        }
      >
        <div className="pair">
          <WordsFields
            form={form}
            name="question"
            label={(language) => (
              <Trans id="manager.questions.question-in" message="Question in {language}" values={{ language }} />
            )}
          />
          <WordsFields
            form={form}
            name="answer"
            rows={4}
            label={(language) => <Trans id="manager.questions.answer-in" message="Answer in {language}" values={{ language }} />}
          />
          <WordsFields
            form={form}
            name="examples"
            rows={8}
            hint={examplesHint}
            label={(language) => (
              <Trans id="manager.questions.examples-in" message="How shoppers ask it in {language}" values={{ language }} />
            )}
          />
        </div>
        <Select
          label={<Trans id="manager.questions.skill" message="Who is called first if the answer does not help" />}
          value={form.draft.skill}
          onChange={(skill) => form.change({ skill })}
          options={[
            { value: '', label: i18n._({ id: 'manager.questions.anybody', message: 'Anybody' }) },
            ...props.skills.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Toggle isSelected={form.draft.common} onChange={(common) => form.change({ common })}>
          <Trans id="manager.questions.common" message="Among the questions shown before anything is typed (five at most)" />
        </Toggle>
        <Toggle isSelected={form.draft.active} onChange={(active) => form.change({ active })}>
          <Trans id="manager.questions.active" message="Active: the kiosk answers it" />
        </Toggle>
      </FormFrame>
    </section>
  );
}
