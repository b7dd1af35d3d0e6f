import { Trans } from '@lingui/react';
import { Printer } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { PrintResult, SlipWish } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { send } from '../state/commands.ts';
import { useStation } from '../state/station.ts';
import { PrintWords } from './PrintWords.tsx';

/** A slip on paper. Shown only where there is a printer; what becomes of the slip is said beside it. */
export function PrintButton({ slip, children }: { readonly slip: SlipWish; readonly children?: ReactNode }) {
  const there = useStation((s) => s.snapshot?.store.prints === true);
  const [result, setResult] = useState<PrintResult | 'printing' | 'failed' | null>(null);
  if (!there) return null;
  const print = async () => {
    setResult('printing');
    const answer = await send('kiosk/print', { slip });
    setResult(answer?.result ?? 'failed');
  };
  return (
    <div className="print">
      <Button
        icon={<Printer className="icon" aria-hidden="true" />}
        isDisabled={result === 'printing'}
        onPress={() => void print()}
      >
        {children ?? <Trans id="print" message="Print this" />}
      </Button>
      <p className="print-words" role="status">
        {result && <PrintWords result={result} />}
      </p>
    </div>
  );
}
