import { Trans } from '@lingui/react';
import type { Language, ProductView } from '../../../shared/contract/index.ts';
import { wordsIn } from '../../../shared/words-in.ts';

/** One line under an offer: what is often bought with it. */
export function OftenWith({ others, language }: { readonly others: readonly ProductView[]; readonly language: Language }) {
  return (
    <p className="soft">
      <Trans
        id="together.line"
        message="Often bought with it: {names}"
        values={{ names: others.map(({ name }) => wordsIn(name, language)).join(' · ') }}
      />
    </p>
  );
}
