import { Trans, useLingui } from '@lingui/react';
import type { Purpose } from '../../../shared/contract/index.ts';
import { useAnswer } from '../state/use-answer.ts';
import { Failure } from './Failure.tsx';
import { Keepsake } from './Keepsake.tsx';

/** What was answered, as a code that holds the words themselves and leads nowhere. */
export function Receipt({ purpose, onBack }: { readonly purpose: Purpose; readonly onBack: () => void }) {
  const { i18n } = useLingui();
  const { answer, failed, again } = useAnswer('kiosk/receipt', { purpose });
  return (
    <Keepsake
      title={<Trans id="receipt.title" message="The receipt of your answer" />}
      lead={<Trans id="receipt.lead" message="The code holds your answer and the proof of it. It opens no page." />}
      code={answer && { text: answer.text, label: i18n._({ id: 'receipt.code', message: 'Receipt as a code' }) }}
      slip={{ kind: 'receipt', id: purpose }}
      onDone={onBack}
    >
      {failed && <Failure again={again} />}
    </Keepsake>
  );
}
