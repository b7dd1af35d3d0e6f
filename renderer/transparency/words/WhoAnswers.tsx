import { Trans } from '@lingui/react';
import type { Controller } from '../../../shared/contract/index.ts';

/** Whom to write to, as the manager wrote it down; without that, whom to ask. */
export function WhoAnswers({ controller }: { readonly controller: Controller }) {
  const { name, address, contact, officer } = controller;
  if (name === '') {
    return (
      <p>
        <Trans id="about.who.empty" message="This store has not written down its contact yet. Please ask a member of the team." />
      </p>
    );
  }
  return (
    <address className="about-who">
      <strong>{name}</strong>
      {address !== '' && <span>{address}</span>}
      <span>{contact}</span>
      {officer !== '' && (
        <span>
          <Trans id="about.who.officer" message="Data protection officer: {officer}" values={{ officer }} />
        </span>
      )}
    </address>
  );
}
