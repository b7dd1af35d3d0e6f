import { Trans } from '@lingui/react';
import type { PrintResult } from '../../../shared/contract/index.ts';

/** What became of a slip, for whoever waits for it. Whatever failed will not come out later. */
export function PrintWords({ result }: { readonly result: PrintResult | 'printing' | 'failed' }) {
  switch (result) {
    case 'printing':
      return <Trans id="print.printing" message="Printing" />;
    case 'printed':
    case 'sent':
      return <Trans id="print.take" message="Please take your slip." />;
    case 'paper-out':
      return <Trans id="print.paper" message="There is no paper left. Nothing was printed." />;
    case 'cover-open':
      return <Trans id="print.cover" message="The printer is open. Nothing was printed." />;
    case 'busy':
      return <Trans id="print.busy" message="The printer is still busy. Please wait a moment." />;
    default:
      return <Trans id="print.failed" message="The printer does not answer. It will not print this later." />;
  }
}
