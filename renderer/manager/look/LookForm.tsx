import { Trans, useLingui } from '@lingui/react';
import { useDeferredValue, useMemo, useState } from 'react';
import { LookSettings, type Output } from '../../../shared/contract/index.ts';
import { propose } from '../../../shared/look/propose.ts';
import { type SampleLook, sampleLooks } from '../../../shared/look/samples.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { check } from '../forms/check.ts';
import { FormField, FormFrame } from '../forms/Fields.tsx';
import { problemWords } from '../forms/problem-words.ts';
import { useForm } from '../forms/use-form.ts';
import { useActions, useHouse } from '../use-house.tsx';
import { ColourField } from './ColourField.tsx';
import { LogoField } from './LogoField.tsx';
import { LookPreview } from './LookPreview.tsx';
import { coloursOf, type LookDraft, readDraft, toDraft, worstOf } from './look-form.ts';
import { colourWords, sampleWords } from './look-words.ts';

interface Props {
  readonly look: Output<'manager/look'>;
  /** Something was published or kept: the list is another now. */
  readonly onChanged: () => Promise<void>;
}

/** Chooses a look beside the screens it would dress. */
export function LookForm({ look, onChanged }: Props) {
  const { i18n } = useLingui();
  const { call, deleted } = useActions();
  const storeName = useHouse((house) => house.snapshot?.storeName ?? '');
  const worn = look.versions[0]?.value as LookSettings;
  const house = look.versions.at(-1)?.value as LookSettings;
  const [shown, setShown] = useState(look.draft?.value ?? worn);
  const form = useForm({
    initial: toDraft(shown),
    schema: LookSettings,
    read: readDraft,
    save: async (value) => {
      await call('manager/look-publish', value);
      deleted({
        name: i18n._({ id: 'manager.section.look', message: 'Look' }),
        what: 'changed',
        undo: async () => {
          await call('manager/look-publish', worn);
          await onChanged();
        },
      });
      await onChanged();
    },
  });
  const colours = useDeferredValue(coloursOf(form.draft));
  const key = JSON.stringify(colours);
  const { worst, nearest } = useMemo(() => {
    const chosen = JSON.parse(key) as typeof colours;
    const worst = chosen === null ? new Map() : worstOf(chosen);
    return { worst: worst as ReturnType<typeof worstOf>, nearest: chosen !== null && worst.size > 0 ? propose(chosen) : null };
  }, [key]);

  const { value } = check(LookSettings, readDraft(form.draft));
  if (value !== null && JSON.stringify(value) !== JSON.stringify(shown)) setShown(value);
  const wear = (next: LookSettings) => form.change(toDraft(next));
  const names = ['paper', 'ink', 'primary', 'warm'] as const;

  return (
    <div className="look">
      <FormFrame
        onSubmit={form.submit}
        sending={form.sending}
        label={<Trans id="manager.look.publish" message="Publish" />}
        more={
          <Button
            onPress={() => {
              if (value !== null) void call('manager/look-draft', value).then(onChanged, () => undefined);
            }}
            isDisabled={value === null}
          >
            <Trans id="manager.look.keep" message="Keep as a draft" />
          </Button>
        }
      >
        <section className="panel">
          <h2>
            <Trans id="manager.look.begin" message="Begin from" />
          </h2>
          <div className="row">
            {(Object.keys(sampleLooks) as SampleLook[]).map((name) => (
              <Button
                key={name}
                onPress={() => form.change(toDraft({ ...value, ...house, ...sampleLooks[name], logo: form.draft.logo }))}
              >
                {i18n._(sampleWords[name])}
              </Button>
            ))}
            <Button onPress={() => wear(house)}>
              <Trans id="manager.look.house" message="The house’s own look" />
            </Button>
            <Button look="bare" onPress={() => wear(worn)}>
              <Trans id="manager.look.worn" message="What is worn now" />
            </Button>
          </div>
        </section>
        <section className="panel">
          <h2>
            <Trans id="manager.look.colours" message="Colours" />
          </h2>
          {names.map((name) => {
            const problem = form.problem(`colours.${name}`);
            const proposal = nearest !== null && nearest[name] !== colours?.[name] ? nearest[name] : null;
            return (
              <ColourField
                key={name}
                label={i18n._(colourWords[name].label)}
                hint={i18n._(colourWords[name].hint)}
                value={form.draft[name]}
                onChange={(text) => form.change({ [name]: text } as Partial<LookDraft>, `colours.${name}`)}
                error={problem === null ? undefined : problemWords(problem, i18n)}
                problem={worst.get(name)}
                proposal={proposal}
              />
            );
          })}
          {worst.size > 0 ? (
            <Notice tone="warm" title={<Trans id="manager.look.weak" message="Not everybody could read this" />}>
              <Trans
                id="manager.look.weak.more"
                message="It can be kept as a draft, not published. Text needs 7:1, the edges of buttons 3:1."
              />
            </Notice>
          ) : (
            <p className="soft">
              <Trans id="manager.look.good" message="Every text keeps at least 7:1, every edge at least 3:1." />
            </p>
          )}
          <p className="soft">
            <Trans
              id="manager.look.fixed"
              message="Amber means “camera on” and brick means that something is wrong, in every store. High contrast and the dark theme stay as they are."
            />
          </p>
        </section>
        <section className="panel">
          <h2>
            <Trans id="manager.look.logo" message="Logo" />
          </h2>
          <LogoField logo={form.draft.logo} onChange={(logo) => form.change({ logo })} />
        </section>
        <section className="panel">
          <h2>
            <Trans id="manager.look.manner" message="Corners, motion and sleep" />
          </h2>
          <Choice
            label={<Trans id="manager.look.corners" message="Corners" />}
            value={form.draft.corners}
            onChange={(corners) => form.change({ corners })}
            options={[
              { value: 'square', label: <Trans id="manager.look.corners.square" message="Square" /> },
              { value: 'soft', label: <Trans id="manager.look.corners.soft" message="Soft" /> },
              { value: 'round', label: <Trans id="manager.look.corners.round" message="Round" /> },
            ]}
          />
          <Choice
            label={<Trans id="manager.look.motion" message="Motion" />}
            value={form.draft.motion}
            onChange={(motion) => form.change({ motion })}
            options={[
              { value: 'full', label: <Trans id="manager.look.motion.full" message="Light moves over the first scene" /> },
              { value: 'calm', label: <Trans id="manager.look.motion.calm" message="Only what answers a touch" /> },
              { value: 'none', label: <Trans id="manager.look.motion.none" message="None" /> },
            ]}
          />
          <FormField
            form={form}
            name="dimAfterMinutes"
            inputMode="numeric"
            label={<Trans id="manager.look.dim" message="Dim the screen after, in minutes" />}
            hint={
              <Trans
                id="manager.look.dim-hint"
                message="Without a touch. Empty: never. The touch that wakes it presses nothing."
              />
            }
          />
        </section>
      </FormFrame>
      <LookPreview look={shown} storeName={storeName} />
    </div>
  );
}
