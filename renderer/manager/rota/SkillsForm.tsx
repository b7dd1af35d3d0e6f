import { Trans, useLingui } from '@lingui/react';
import * as v from 'valibot';
import { type Output, Skill } from '../../../shared/contract/index.ts';
import { StoreText } from '../../i18n/StoreText.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { FormFrame } from '../forms/Fields.tsx';
import { problemWords } from '../forms/problem-words.ts';
import { useForm } from '../forms/use-form.ts';
import { freshId } from '../parts/fresh-id.ts';
import { useActions } from '../use-house.tsx';

const Skills = v.object({ skills: v.array(Skill) });

/** What some employees know better than others, and which products or requests it is asked for. */
export function SkillsForm({
  known,
  onSaved,
}: {
  readonly known: Output<'manager/rota'>;
  readonly onSaved: () => Promise<void>;
}) {
  const { i18n } = useLingui();
  const { call } = useActions();
  const form = useForm({
    initial: { skills: known.skills },
    schema: Skills,
    read: (draft) => draft,
    async save(value) {
      await call('manager/skills-save', value);
      await onSaved();
    },
  });
  const { skills } = form.draft;
  const set = (index: number, part: Partial<Skill>) =>
    form.change({ skills: skills.map((skill, i) => (i === index ? { ...skill, ...part } : skill)) }, `skills.${index}.name`);
  const has = <T extends string>(list: readonly T[], one: T, on: boolean) =>
    on ? [...list, one] : list.filter((other) => other !== one);
  return (
    <section className="panel">
      <h2>
        <Trans id="manager.skills" message="Skills" />
      </h2>
      <p className="soft">
        <Trans
          id="manager.skills.lead"
          message="A shopper who looked at one of a skill’s categories is told of to its people first. If none of them is free, everyone hears it at once."
        />
      </p>
      <FormFrame
        onSubmit={form.submit}
        sending={form.sending}
        label={<Trans id="manager.skills.save" message="Save the skills" />}
      >
        {skills.map((skill, index) => {
          const problem = form.problem(`skills.${index}.name`);
          return (
            <fieldset key={skill.id} className="skill">
              <legend className="unseen">{skill.name}</legend>
              <div className="row">
                <Field
                  label={<Trans id="manager.skills.name" message="Name" />}
                  value={skill.name}
                  onChange={(name) => set(index, { name })}
                  error={problem === null ? undefined : problemWords(problem, i18n)}
                />
                <Button onPress={() => form.change({ skills: skills.filter((other) => other !== skill) })}>
                  <Trans id="manager.skills.remove" message="Remove" />
                </Button>
              </div>
              <div className="choices">
                {known.categories.map((category) => (
                  <Toggle
                    key={category.id}
                    isSelected={skill.categories.includes(category.id)}
                    onChange={(on) => set(index, { categories: has(skill.categories, category.id, on) })}
                  >
                    <StoreText words={category.name} />
                  </Toggle>
                ))}
                <Toggle
                  isSelected={skill.reasons.includes('complaint')}
                  onChange={(on) => set(index, { reasons: has(skill.reasons, 'complaint', on) })}
                >
                  <Trans id="manager.skills.complaints" message="Complaints" />
                </Toggle>
              </div>
            </fieldset>
          );
        })}
        <div className="row">
          <Button
            onPress={() => form.change({ skills: [...skills, { id: freshId('skill'), name: '', categories: [], reasons: [] }] })}
          >
            <Trans id="manager.skills.add" message="Add a skill" />
          </Button>
        </div>
      </FormFrame>
    </section>
  );
}
