import { Trans, useLingui } from '@lingui/react';
import { type DeskMatter, MatterReply } from '../../../shared/contract/index.ts';
import { matterLength } from '../../../shared/contract/lengths.ts';
import { movesOf } from '../../../shared/voice/matter.ts';
import { spoken } from '../../i18n/setup.ts';
import { languageName } from '../../ui/format.ts';
import { FormField, FormFrame } from '../forms/Fields.tsx';
import { useForm } from '../forms/use-form.ts';
import { Select } from '../parts/Select.tsx';
import { useActions } from '../use-house.tsx';
import { moveWords } from './matter-words.ts';

/** What the shopper will read, and what becomes of the matter with it. */
export function ReplyForm({ matter, onSaved }: { readonly matter: DeskMatter; readonly onSaved: () => Promise<void> }) {
  const { i18n } = useLingui();
  const { call } = useActions();
  const moves = movesOf(matter.kind);
  const form = useForm({
    initial: { move: moves[matter.kind === 'complaint' ? 1 : 0] ?? 'looking', answer: matter.answer ?? '' },
    schema: MatterReply,
    read: (draft) => ({ ...draft, id: matter.id, from: matter.revision }),
    async save(reply) {
      // Refused or not: what it was written to may have changed, and is shown as it is now.
      await call('manager/matter-reply', reply).finally(onSaved);
    },
    fieldOf: { 'answer-needed': 'answer' },
  });
  return (
    <FormFrame
      onSubmit={form.submit}
      sending={form.sending}
      label={<Trans id="manager.matter.save" message="Save and show at the kiosk" />}
    >
      <FormField
        form={form}
        name="answer"
        multiline
        rows={5}
        maxLength={matterLength}
        label={<Trans id="manager.matter.answer" message="Answer, as the shopper reads it" />}
        hint={
          <Trans
            id="manager.matter.in-language"
            message="It was written in {language}."
            values={{ language: languageName(matter.language, spoken()) }}
          />
        }
      />
      <Select
        label={<Trans id="manager.matter.move" message="What becomes of it" />}
        value={form.draft.move}
        onChange={(value) => form.change({ move: moves.find((move) => move === value) ?? 'looking' }, 'answer')}
        options={moves.map((move) => ({ value: move, label: i18n._(moveWords[move]) }))}
      />
    </FormFrame>
  );
}
