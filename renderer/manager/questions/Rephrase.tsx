import { Trans } from '@lingui/react';
import type { Output } from '../../../shared/contract/index.ts';
import { Toggle } from '../../ui/Toggle.tsx';
import { useActions } from '../use-house.tsx';

/** Whether a machine of the store's own may word answers anew. */
export function Rephrase(props: { readonly standing: Output<'manager/ask'>['rephrase']; readonly reload: () => Promise<void> }) {
  const { call } = useActions();
  const { address, on } = props.standing;
  const change = async (next: boolean) => {
    // Whatever came of it, the switch shows what the station says.
    await call('manager/ask-rephrase', { on: next }).catch(() => null);
    await props.reload();
  };
  return (
    <section className="panel">
      <h2>
        <Trans id="manager.questions.rephrase" message="Other words by the store’s own computer" />
      </h2>
      <p className="soft">
        <Trans
          id="manager.questions.rephrase-lead"
          message="A language model on the store’s network may word a written answer anew. It never sees what shoppers type, and whatever loses or adds a number, a time, a price, a name or a “not” is thrown away."
        />
      </p>
      {address === null ? (
        <p>
          <Trans
            id="manager.questions.rephrase-none"
            message="The configuration names no such computer, so answers are shown as they are written."
          />
        </p>
      ) : (
        <Toggle isSelected={on} onChange={(next) => void change(next)}>
          <Trans id="manager.questions.rephrase-on" message="Let {address} word answers anew" values={{ address }} />
        </Toggle>
      )}
    </section>
  );
}
