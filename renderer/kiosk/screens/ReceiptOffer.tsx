import { useLingui } from '@lingui/react';
import { ReceiptText } from 'lucide-react';
import type { Purpose } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { showReceipt } from '../state/view.ts';

const words: Readonly<Record<Purpose, { id: string; message: string }>> = {
  recognition: /*i18n*/ { id: 'receipt.recognition', message: 'Receipt: being recognised' },
  history: /*i18n*/ { id: 'receipt.history', message: 'Receipt: use of purchases' },
  diet: /*i18n*/ { id: 'receipt.diet', message: 'Receipt: diet' },
  camera: /*i18n*/ { id: 'receipt.camera', message: 'Receipt: camera' },
};

/** A small way to the receipt of an answer, where it was just given or stands. */
export function ReceiptOffer({ purpose }: { readonly purpose: Purpose }) {
  const { i18n } = useLingui();
  return (
    <Button
      look="bare"
      className="receipt-offer"
      icon={<ReceiptText className="icon" aria-hidden="true" />}
      onPress={() => showReceipt(purpose)}
    >
      {i18n._(words[purpose])}
    </Button>
  );
}
