import { Trans, useLingui } from '@lingui/react';
import { useState } from 'react';
import { type SpecialDay, SpecialDays as SpecialDaysSchema } from '../../../shared/contract/index.ts';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { weekday } from '../../ui/format.ts';
import { Toggle } from '../../ui/Toggle.tsx';
import { FormFrame } from '../forms/Fields.tsx';
import { problemWords } from '../forms/problem-words.ts';
import { useForm } from '../forms/use-form.ts';
import { todayHere } from '../parts/today-here.ts';
import { useActions } from '../use-house.tsx';

const USUAL = { opens: '10:00', closes: '18:00' };

/** Days on which the store is closed, or open at other hours than its week says. */
export function SpecialDays({ days }: { readonly days: readonly SpecialDay[] }) {
  const { i18n } = useLingui();
  const { call } = useActions();
  const [date, setDate] = useState('');
  const form = useForm({
    initial: { days },
    schema: SpecialDaysSchema,
    read: (draft) => draft,
    save: (value) => call('manager/special-days-save', value),
  });
  const listed = form.draft.days;
  const put = (next: readonly SpecialDay[], ...paths: string[]) =>
    form.change({ days: [...next].sort((a, b) => a.date.localeCompare(b.date)) }, ...paths);
  const change = (index: number, hours: SpecialDay['hours'], ...paths: string[]) =>
    put(
      listed.map((day, i) => (i === index ? { ...day, hours } : day)),
      ...paths,
    );
  const known = listed.some((day) => day.date === date);

  return (
    <FormFrame
      onSubmit={form.submit}
      sending={form.sending}
      label={<Trans id="manager.store.special-save" message="Save these days" />}
    >
      <section className="panel">
        <h2>
          <Trans id="manager.store.special" message="Days that do not follow the week" />
        </h2>
        {listed.length === 0 && (
          <p className="soft">
            <Trans
              id="manager.store.special-none"
              message="None. Add public holidays and days with other hours: the kiosk tells them ahead."
            />
          </p>
        )}
        <ul className="week">
          {listed.map(({ date: day, hours }, index) => (
            <li key={day} className="week-day">
              <Toggle isSelected={hours !== null} onChange={(open) => change(index, open ? USUAL : null)}>
                <span className="week-name">{weekday(day, spoken())}</span>
              </Toggle>
              {hours === null ? (
                <span className="soft">
                  <Trans id="manager.store.closed" message="closed" />
                </span>
              ) : (
                (['opens', 'closes'] as const).map((which) => {
                  const path = `days.${index}.hours.${which}`;
                  const problem = form.problem(path);
                  const label =
                    which === 'opens'
                      ? i18n._({ id: 'manager.store.opens', message: '{day}, opens', values: { day: weekday(day, spoken()) } })
                      : i18n._({ id: 'manager.store.closes', message: '{day}, closes', values: { day: weekday(day, spoken()) } });
                  return (
                    <Field
                      key={which}
                      type="time"
                      label={<span className="unseen">{label}</span>}
                      value={hours[which]}
                      onChange={(text) => change(index, { ...hours, [which]: text }, path)}
                      error={problem === null ? undefined : problemWords(problem, i18n)}
                    />
                  );
                })
              )}
              <Button look="bare" onPress={() => put(listed.filter((_, i) => i !== index))}>
                <Trans id="manager.store.special-remove" message="Follow the week" />
              </Button>
            </li>
          ))}
        </ul>
        <div className="row">
          <Field
            type="date"
            label={<Trans id="manager.store.special-date" message="Day" />}
            value={date}
            onChange={setDate}
            error={known ? <Trans id="manager.store.special-known" message="This day is in the list." /> : undefined}
          />
          <Button
            isDisabled={date < todayHere() || known}
            onPress={() => {
              put([...listed, { date, hours: null }]);
              setDate('');
            }}
          >
            <Trans id="manager.store.special-add" message="Add this day" />
          </Button>
        </div>
      </section>
    </FormFrame>
  );
}
