import { useLingui } from '@lingui/react';
import { Notice } from '../../ui/Notice.tsx';
import { type Receiver, troublesOf } from './receiver-standing.ts';
import { receiverWords } from './receiver-words.ts';

/** One notice for each trouble, with all gateways that have it: what is the matter, and what helps. */
export function ReceiverNotices({ receivers }: { readonly receivers: readonly Receiver[] }) {
  const { i18n } = useLingui();
  return troublesOf(receivers).map(([trouble, ids]) => (
    <Notice key={trouble} tone="warm" title={i18n._({ ...receiverWords[trouble].title, values: { id: ids.join(', ') } })}>
      <p>{i18n._(receiverWords[trouble].remedy)}</p>
    </Notice>
  ));
}
