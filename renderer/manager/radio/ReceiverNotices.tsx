import { useLingui } from '@lingui/react';
import { Notice } from '../../ui/Notice.tsx';
import { type Receiver, receiverTrouble } from './receiver-standing.ts';
import { receiverWords } from './receiver-words.ts';

/** One notice for each gateway that gives nothing: what is the matter, and what helps. */
export function ReceiverNotices({ receivers }: { readonly receivers: readonly Receiver[] }) {
  const { i18n } = useLingui();
  return receivers.map((receiver) => {
    const trouble = receiverTrouble(receiver);
    if (trouble === null) return null;
    const { title, remedy } = receiverWords[trouble];
    return (
      <Notice key={receiver.id} tone="warm" title={i18n._({ ...title, values: { id: receiver.id } })}>
        <p>{i18n._(remedy)}</p>
      </Notice>
    );
  });
}
