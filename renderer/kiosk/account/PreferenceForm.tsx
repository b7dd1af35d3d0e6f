import { Trans, useLingui } from '@lingui/react';
import { type FormEvent, useState } from 'react';
import {
  diets,
  type Language,
  mostShelves,
  type Preference,
  type PreferenceDraft,
  type PreferenceKind,
  type StoreWords,
  sizeLength,
} from '../../../shared/contract/index.ts';
import { noteLength } from '../../../shared/contract/lengths.ts';
import { wordsIn } from '../../../shared/words-in.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { hideKeyboard } from '../keyboard/field-focus.ts';
import { Scene } from '../layout/Scene.tsx';
import { Failure } from '../screens/Failure.tsx';
import { send } from '../state/commands.ts';
import { dietWords } from './diet-words.ts';
import { kindWords } from './preference-words.tsx';
import { Several } from './Several.tsx';

interface PreferenceFormProps {
  readonly kind: PreferenceKind;
  readonly kept: Preference | null;
  readonly shelves: readonly { readonly id: string; readonly name: StoreWords }[];
  readonly language: Language;
  readonly onDone: () => void;
}

const draftOf = (kind: PreferenceKind): PreferenceDraft => {
  if (kind === 'shelves') return { kind, shelves: [] };
  return kind === 'diet' ? { kind, diets: [] } : { kind, text: '' };
};

/** One preference in the shopper's own words or choice. Nothing is kept before they say so. */
export function PreferenceForm({ kind, kept, shelves, language, onDone }: PreferenceFormProps) {
  const { i18n } = useLingui();
  const [draft, setDraft] = useState<PreferenceDraft>(() => {
    if (kept === null) return draftOf(kind);
    const { proposedBy: _by, on: _on, ...said } = kept;
    return said;
  });
  const [failed, setFailed] = useState(false);
  const text = 'text' in draft ? draft.text.trim() : '';
  const empty = draft.kind === 'shelves' ? draft.shelves.length === 0 : draft.kind === 'diet' ? draft.diets.length === 0 : !text;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    hideKeyboard();
    const done = empty
      ? await send('kiosk/preference-drop', { kind })
      : await send('kiosk/preference-keep', { preference: draft });
    setFailed(done === null);
    if (done) onDone();
  };
  const { name, use } = kindWords[kind];
  return (
    <Scene shape="list" onBack={onDone} fieldFirst={'text' in draft} title={i18n._(name)} lead={i18n._(use)}>
      <form className="stack naming" onSubmit={(event) => void submit(event)}>
        {failed && <Failure />}
        {(draft.kind === 'note' || draft.kind === 'size') && (
          <Field
            autoFocus
            label={
              draft.kind === 'note' ? (
                <Trans id="preference.note.label" message="In a few words" />
              ) : (
                <Trans id="preference.size.label" message="For example: shirt 42, shoes 39, large packs" />
              )
            }
            value={draft.text}
            onChange={(said) => setDraft({ kind: draft.kind, text: said })}
            maxLength={draft.kind === 'note' ? noteLength : sizeLength}
            autoComplete="off"
          />
        )}
        {draft.kind === 'shelves' && (
          <Several
            options={shelves.map(({ id, name: called }) => ({ value: id, label: wordsIn(called, language) }))}
            chosen={draft.shelves}
            most={mostShelves}
            onChange={(chosen) => setDraft({ kind: 'shelves', shelves: chosen })}
          />
        )}
        {draft.kind === 'diet' && (
          <Several
            options={diets.map((diet) => ({ value: diet, label: i18n._(dietWords[diet]) }))}
            chosen={draft.diets}
            most={diets.length}
            onChange={(chosen) => setDraft({ kind: 'diet', diets: chosen })}
          />
        )}
        <div className="answers">
          <Button type="submit" isDisabled={empty && kept === null}>
            {empty && kept !== null ? (
              <Trans id="preference.remove" message="Remove it" />
            ) : (
              <Trans id="preference.keep" message="Keep this" />
            )}
          </Button>
          <Button onPress={onDone}>
            <Trans id="correct.leave" message="Leave it as it was" />
          </Button>
        </div>
      </form>
    </Scene>
  );
}
