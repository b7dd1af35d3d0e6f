import { Trans, useLingui } from '@lingui/react';
import * as v from 'valibot';
import { AccessSettings, type Output } from '../../../shared/contract/index.ts';
import { spoken } from '../../i18n/setup.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { FormField, FormFrame } from '../forms/Fields.tsx';
import { useForm } from '../forms/use-form.ts';
import { useActions } from '../use-house.tsx';
import { Glass } from './Glass.tsx';
import { KeypadTable } from './KeypadTable.tsx';
import { type AccessDraft, accessDraft, readAccess } from './screen-form.ts';

/** The kiosk's glass, its height, its sound and its keypad. */
export function ScreenForm({ loaded: { settings, pixels } }: { readonly loaded: Output<'manager/access'> }) {
  const { i18n } = useLingui();
  const { call } = useActions();
  const form = useForm({
    initial: accessDraft(settings, spoken()),
    schema: AccessSettings,
    read: readAccess,
    save: (access) => call('manager/access-save', access),
  });
  const { draft } = form;
  const measured = v.safeParse(v.pick(AccessSettings, ['screen', 'lowerEdge']), {
    screen: readAccess(draft).screen,
    lowerEdge: readAccess(draft).lowerEdge,
  });
  const ways: { value: AccessDraft['by']; label: string }[] = [
    { value: 'diagonal', label: i18n._({ id: 'manager.screen.diagonal', message: 'Diagonal, in inches' }) },
    { value: 'width', label: i18n._({ id: 'manager.screen.width', message: 'Width of the picture, in mm' }) },
    { value: 'unknown', label: i18n._({ id: 'manager.screen.unknown', message: 'Not measured' }) },
  ];
  return (
    <FormFrame onSubmit={form.submit} sending={form.sending} label={<Trans id="manager.screen.save" message="Save the screen" />}>
      <section className="panel">
        <h2>
          <Trans id="manager.screen.glass" message="The kiosk’s screen" />
        </h2>
        <p>
          <Trans
            id="manager.screen.glass-why"
            message="With these measures every button is as large as a thumb, and within reach of a child or a wheelchair."
          />
        </p>
        <Choice
          label={<Trans id="manager.screen.by" message="How large is it?" />}
          value={draft.by}
          onChange={(by) => form.change({ by, size: '' }, 'screen', 'screen.inches', 'screen.millimetres')}
          options={ways}
        />
        <div className="pair">
          {draft.by !== 'unknown' && (
            <FormField
              form={form}
              name="size"
              path={draft.by === 'diagonal' ? 'screen.inches' : 'screen.millimetres'}
              inputMode="decimal"
              label={
                draft.by === 'diagonal' ? (
                  <Trans id="manager.screen.inches" message="Diagonal (inches)" />
                ) : (
                  <Trans id="manager.screen.mm" message="Width (mm)" />
                )
              }
              hint={<Trans id="manager.screen.size-hint" message="The lit picture without its frame." />}
            />
          )}
          <FormField
            form={form}
            name="lowerEdge"
            inputMode="decimal"
            label={<Trans id="manager.screen.lower-edge" message="Lower edge above the floor (mm)" />}
            hint={
              <Trans
                id="manager.screen.lower-edge-hint"
                message="Between 600 and 800 mm suits most people, seated or standing."
              />
            }
          />
        </div>
        {measured.success && <Glass settings={measured.output} pixels={pixels} />}
      </section>
      <section className="panel">
        <h2>
          <Trans id="manager.screen.sound" message="Sound" />
        </h2>
        <Toggle isSelected={draft.headphonesOnly} onChange={(headphonesOnly) => form.change({ headphonesOnly })}>
          <Trans id="manager.screen.headphones-only" message="The kiosk’s sound goes only to a headphone socket" />
        </Toggle>
        <p className="soft">
          <Trans
            id="manager.screen.headphones-why"
            message="Then names, purchases and what is typed may be read out. Otherwise they are read out only once headphones are plugged in."
          />
        </p>
      </section>
      <section className="panel">
        <h2>
          <Trans id="manager.screen.keypad" message="Keyboard or tactile keypad" />
        </h2>
        <p>
          <Trans
            id="manager.screen.keypad-why"
            message="Arrows, Enter, Tab and the space bar always work. Choose here which keys do the rest, as your keypad sends them."
          />
        </p>
        <KeypadTable
          keypad={draft.keypad}
          onChange={(keypad, action) => form.change({ keypad }, `keypad.${action}`)}
          taken={(action) => form.problem(`keypad.${action}`) !== null}
        />
      </section>
    </FormFrame>
  );
}
