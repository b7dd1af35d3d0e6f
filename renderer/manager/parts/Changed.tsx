import { Trans, useLingui } from '@lingui/react';
import type { EpochMs } from '../../../shared/units.ts';
import { spoken } from '../../i18n/setup.ts';
import { locales } from '../../ui/format.ts';

/** "Last changed by Claire, 21 November, 14:03". */
export function Changed({ changed }: { readonly changed: { readonly by: string; readonly at: EpochMs } | null }) {
  useLingui();
  if (changed === null) return <Trans id="manager.never-changed" message="Not changed yet" />;
  const at = new Intl.DateTimeFormat(locales[spoken()], { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
  return (
    <Trans id="manager.changed" message="Last changed by {by}, {at}" values={{ by: changed.by, at: at.format(changed.at) }} />
  );
}
