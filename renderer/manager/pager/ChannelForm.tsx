import { Trans, useLingui } from '@lingui/react';
import { PagerChannelSettings, pagerPlaceholders } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { FormField, FormFrame } from '../forms/Fields.tsx';
import { type Form, useForm } from '../forms/use-form.ts';
import { useFormFocus } from '../forms/use-form-focus.ts';
import { useActions } from '../use-house.tsx';
import { type Channel, type ChannelDraft, draftOf, readDraft } from './channel-draft.ts';
import { type Kind, kindWords } from './pager-words.ts';

const placeholders = pagerPlaceholders.map((name) => `{${name}}`).join(' ');

export function ChannelForm(props: {
  readonly id: string;
  readonly kind: Kind;
  /** Null: a new one. */
  readonly channel: Channel | null;
  /** The station has a secret for it. */
  readonly kept: boolean;
  readonly onSaved: () => Promise<void>;
  readonly onClose: () => void;
}) {
  const { id, kind, channel } = props;
  const { i18n } = useLingui();
  const { call } = useActions();
  const heading = useFormFocus();
  const form = useForm({
    initial: draftOf(channel),
    schema: PagerChannelSettings,
    read: (draft) => readDraft(id, kind, draft),
    async save(settings) {
      await call('manager/pager-save', settings);
      await props.onSaved();
    },
    fieldOf: { 'bad-address': 'url', 'bad-certificate': 'authority' },
  });
  return (
    <section className="panel">
      <h2 ref={heading} tabIndex={-1}>
        {channel?.name ?? i18n._(kindWords[kind].name)}
      </h2>
      <p className="soft page-lead">{i18n._(kindWords[kind].about)}</p>
      <FormFrame
        onSubmit={form.submit}
        sending={form.sending}
        label={<Trans id="manager.save" message="Save" />}
        more={
          <Button onPress={props.onClose}>
            <Trans id="manager.cancel" message="Cancel" />
          </Button>
        }
      >
        <div className="pair">
          <FormField
            form={form}
            name="name"
            label={<Trans id="manager.pager.name" message="Name" />}
            hint={<Trans id="manager.pager.name-hint" message="As you call it here, for example “Lamp above the tills”." />}
          />
          {kind === 'push' ? (
            <FormField
              form={form}
              name="contact"
              type="email"
              label={<Trans id="manager.pager.contact" message="E-mail address for push services" />}
              hint={<Trans id="manager.pager.contact-hint" message="They may write there if something is wrong." />}
            />
          ) : (
            <FormField
              form={form}
              name="url"
              inputMode="url"
              placeholder={kind === 'mqtt' ? 'mqtt://192.168.1.20:1883' : 'https://'}
              label={<Trans id="manager.pager.url" message="Address" />}
              hint={
                kind === 'mqtt' ? (
                  <Trans id="manager.pager.url-mqtt" message="mqtt://, or mqtts:// with encryption." />
                ) : (
                  <Trans
                    id="manager.pager.url-webhook"
                    message="https://, or http:// for a device in the store. No redirect is followed."
                  />
                )
              }
            />
          )}
        </div>
        {kind === 'mqtt' && <LightFields form={form} />}
        {kind !== 'push' && <SecretFields form={form} kind={kind} kept={props.kept} />}
        <Toggle isSelected={form.draft.active} onChange={(active) => form.change({ active })}>
          <Trans id="manager.pager.active" message="In use" />
        </Toggle>
      </FormFrame>
    </section>
  );
}

function LightFields({ form }: { readonly form: Form<ChannelDraft> }) {
  return (
    <>
      <div className="pair">
        <FormField form={form} name="topic" label={<Trans id="manager.pager.topic" message="Topic" />} placeholder="shop/light" />
        <FormField
          form={form}
          name="username"
          autoComplete="off"
          label={<Trans id="manager.pager.username" message="User name" />}
        />
      </div>
      <div className="pair">
        <FormField
          form={form}
          name="payload"
          multiline
          rows={2}
          label={<Trans id="manager.pager.payload" message="Message when a shopper waits" />}
          hint={<Trans id="manager.pager.payload-hint" message="May hold: {placeholders}" values={{ placeholders }} />}
        />
        {form.draft.clears && (
          <FormField
            form={form}
            name="clearPayload"
            multiline
            rows={2}
            label={<Trans id="manager.pager.clear" message="Message when the call is taken or over" />}
            hint={<Trans id="manager.pager.clear-hint" message="So that the light goes off." />}
          />
        )}
      </div>
      <Toggle isSelected={form.draft.clears} onChange={(clears) => form.change({ clears })}>
        <Trans id="manager.pager.clears" message="Switch it off when the call is taken" />
      </Toggle>
    </>
  );
}

function SecretFields({ form, kind, kept }: { readonly form: Form<ChannelDraft>; readonly kind: Kind; readonly kept: boolean }) {
  return (
    <>
      <FormField
        form={form}
        name="secret"
        type="password"
        autoComplete="new-password"
        isDisabled={form.draft.forget}
        label={
          kind === 'mqtt' ? (
            <Trans id="manager.pager.password" message="Password" />
          ) : (
            <Trans id="manager.pager.secret" message="Shared secret" />
          )
        }
        hint={
          kept ? (
            <Trans
              id="manager.pager.secret-kept"
              message="One is kept, encrypted; nobody can read it here. Leave empty to keep it."
            />
          ) : kind === 'mqtt' ? (
            <Trans id="manager.pager.password-hint" message="Kept encrypted. It cannot be read again later." />
          ) : (
            <Trans
              id="manager.pager.secret-hint"
              message="Signs each message, so that the receiver knows it comes from here. Kept encrypted; it cannot be read again later."
            />
          )
        }
      />
      {kept && (
        <Toggle isSelected={form.draft.forget} onChange={(forget) => form.change({ forget })}>
          <Trans id="manager.pager.forget" message="Remove what is kept" />
        </Toggle>
      )}
      <details open={form.draft.authority !== '' || undefined}>
        <summary>
          <Trans id="manager.pager.authority" message="Certificate of your own authority" />
        </summary>
        <FormField
          form={form}
          name="authority"
          multiline
          rows={5}
          spellCheck="false"
          label={<Trans id="manager.pager.authority.label" message="Certificate (PEM)" />}
          hint={
            <Trans
              id="manager.pager.authority.hint"
              message="Only where the other end has a certificate that you made yourself. Otherwise leave this empty."
            />
          }
        />
      </details>
    </>
  );
}
