import { Trans, useLingui } from '@lingui/react';
import { EmployeeRota, type Input, type Output } from '../../../shared/contract/index.ts';
import { languages as every } from '../../i18n/languages.ts';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { capital, languageName } from '../../ui/format.ts';
import { Toggle } from '../../ui/Toggle.tsx';
import { FormFrame } from '../forms/Fields.tsx';
import { problemWords } from '../forms/problem-words.ts';
import { useForm } from '../forms/use-form.ts';
import { useFormFocus } from '../forms/use-form-focus.ts';
import { useActions } from '../use-house.tsx';
import { dayName } from './day-name.ts';

/** Hours proposed when a day gets a shift. */
const USUAL = { starts: '09:00', ends: '17:00' };
const days = [0, 1, 2, 3, 4, 5, 6] as const;

interface RotaFormProps {
  readonly name: string;
  readonly rota: Input<'manager/rota-save'>;
  readonly known: Output<'manager/rota'>;
  readonly onSaved: () => Promise<void>;
  readonly onClose: () => void;
}

/** One employee's skills, languages, zones and usual week. */
export function RotaForm({ name, rota, known, onSaved, onClose }: RotaFormProps) {
  const { i18n } = useLingui();
  const { call } = useActions();
  const heading = useFormFocus();
  const form = useForm({
    initial: rota,
    schema: EmployeeRota,
    read: (draft) => draft,
    async save(value) {
      await call('manager/rota-save', value);
      await onSaved();
    },
  });
  const { skills, languages, zones, shifts } = form.draft;
  const toggled = <T,>(list: readonly T[], one: T, on: boolean): T[] =>
    on ? [...list, one] : list.filter((other) => other !== one);
  const setShift = (index: number, shift: (typeof shifts)[number], path: string) =>
    form.change({ shifts: shifts.map((other, i) => (i === index ? shift : other)) }, path, `shifts.${index}.ends`);
  return (
    <section className="panel">
      <h2 ref={heading} tabIndex={-1}>
        {name}
      </h2>
      <FormFrame
        onSubmit={form.submit}
        sending={form.sending}
        label={<Trans id="manager.save" message="Save" />}
        more={
          <Button onPress={onClose}>
            <Trans id="manager.cancel" message="Cancel" />
          </Button>
        }
      >
        <h3>
          <Trans id="manager.rota.knows" message="Is told first about" />
        </h3>
        {known.skills.length === 0 && (
          <p className="soft">
            <Trans id="manager.rota.no-skills" message="There are no skills yet. Add some below this list." />
          </p>
        )}
        <div className="choices">
          {known.skills.map((skill) => (
            <Toggle
              key={skill.id}
              isSelected={skills.includes(skill.id)}
              onChange={(on) => form.change({ skills: toggled(skills, skill.id, on) })}
            >
              {skill.name}
            </Toggle>
          ))}
        </div>
        <h3>
          <Trans id="manager.rota.limits" message="Languages and zones" />
        </h3>
        <p className="soft">
          <Trans id="manager.rota.limits-hint" message="None chosen means no limit." />
        </p>
        <div className="choices">
          {every.map((language) => (
            <Toggle
              key={language}
              isSelected={languages.includes(language)}
              onChange={(on) => form.change({ languages: toggled(languages, language, on) })}
            >
              {capital(languageName(language, spoken()))}
            </Toggle>
          ))}
          {known.zones.map((zone) => (
            <Toggle
              key={zone.id}
              isSelected={zones.includes(zone.id)}
              onChange={(on) => form.change({ zones: toggled(zones, zone.id, on) })}
            >
              {zone.name}
            </Toggle>
          ))}
        </div>
        <h3>
          <Trans id="manager.rota.week" message="Usual week" />
        </h3>
        <ul className="week">
          {days.map((weekday) => {
            const day = dayName(weekday, spoken());
            const mine = shifts.flatMap((shift, index) => (shift.weekday === weekday ? [{ shift, index }] : []));
            const add = () => form.change({ shifts: [...shifts, { weekday, ...USUAL }] });
            return (
              <li key={weekday} className="week-day">
                <Toggle
                  isSelected={mine.length > 0}
                  onChange={(on) => (on ? add() : form.change({ shifts: shifts.filter((shift) => shift.weekday !== weekday) }))}
                >
                  <span className="week-name">{day}</span>
                </Toggle>
                {mine.map(({ shift, index }) =>
                  (['starts', 'ends'] as const).map((which) => {
                    const path = `shifts.${index}.${which}`;
                    const problem = form.problem(path);
                    const label =
                      which === 'starts'
                        ? i18n._({ id: 'manager.rota.starts', message: '{day}, shift begins', values: { day } })
                        : i18n._({ id: 'manager.rota.ends', message: '{day}, shift ends', values: { day } });
                    return (
                      <Field
                        key={path}
                        type="time"
                        label={<span className="unseen">{label}</span>}
                        value={shift[which]}
                        onChange={(text) => setShift(index, { ...shift, [which]: text }, path)}
                        error={problem === null ? undefined : problemWords(problem, i18n)}
                      />
                    );
                  }),
                )}
                {mine.length === 1 && (
                  <Button look="bare" onPress={add}>
                    <Trans id="manager.rota.another" message="Another shift" />
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      </FormFrame>
    </section>
  );
}
