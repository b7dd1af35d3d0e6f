import { Trans, useLingui } from '@lingui/react';
import { Intent, type Output } from '../../../shared/contract/index.ts';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { FormField, FormFrame } from '../forms/Fields.tsx';
import { useForm } from '../forms/use-form.ts';
import { useFormFocus } from '../forms/use-form-focus.ts';
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
  const long = { form, multiline: true };
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
          props.intent.question[spoken()]
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
          <FormField
            form={form}
            name="questionFr"
            path="question.fr"
            lang="fr"
            label={<Trans id="manager.questions.question-fr" message="Question in French" />}
          />
          <FormField
            form={form}
            name="questionEn"
            path="question.en"
            lang="en"
            label={<Trans id="manager.questions.question-en" message="Question in English" />}
          />
          <FormField
            {...long}
            rows={4}
            name="answerFr"
            path="answer.fr"
            lang="fr"
            label={<Trans id="manager.questions.answer-fr" message="Answer in French" />}
          />
          <FormField
            {...long}
            rows={4}
            name="answerEn"
            path="answer.en"
            lang="en"
            label={<Trans id="manager.questions.answer-en" message="Answer in English" />}
          />
          <FormField
            {...long}
            rows={8}
            name="examplesFr"
            path="examples.fr"
            lang="fr"
            hint={examplesHint}
            label={<Trans id="manager.questions.examples-fr" message="How shoppers ask it in French" />}
          />
          <FormField
            {...long}
            rows={8}
            name="examplesEn"
            path="examples.en"
            lang="en"
            hint={examplesHint}
            label={<Trans id="manager.questions.examples-en" message="How shoppers ask it in English" />}
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
