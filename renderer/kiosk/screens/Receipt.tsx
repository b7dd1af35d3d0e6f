import { Trans, useLingui } from '@lingui/react';
import type { Purpose } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { Scene } from '../layout/Scene.tsx';
import { useAnswer } from '../state/use-answer.ts';
import { Failure } from './Failure.tsx';

/** What was answered, as a code that holds the words themselves and leads nowhere. */
export function Receipt({ purpose, onBack }: { readonly purpose: Purpose; readonly onBack: () => void }) {
  const { i18n } = useLingui();
  const { answer, failed, again } = useAnswer('kiosk/receipt', { purpose });
  return (
    <Scene
      shape="list"
      onBack={onBack}
      title={<Trans id="receipt.title" message="The receipt of your answer" />}
      lead={<Trans id="receipt.lead" message="The code holds your answer and the proof of it. It opens no page." />}
    >
      {failed && <Failure again={again} />}
      {answer && (
        <div className="phone-code">
          <QrCode text={answer.text} label={i18n._({ id: 'receipt.code', message: 'Receipt as a code' })} />
        </div>
      )}
      <Button onPress={onBack}>
        <Trans id="take.done" message="Done" />
      </Button>
    </Scene>
  );
}
