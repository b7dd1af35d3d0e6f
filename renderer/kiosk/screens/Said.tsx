import { Trans } from '@lingui/react';
import type { ReactNode } from 'react';
import type { VisitView } from '../../../shared/contract/index.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useView } from '../state/view.ts';
import { ReceiptOffer } from './ReceiptOffer.tsx';

/** What a thing just done has led to, said once. */
export function Said({ visit }: { readonly visit: VisitView }): ReactNode {
  const said = useView((v) => v.said);
  switch (said) {
    case 'left':
      return (
        <Notice tone="good" title={<Trans id="said.left" message="You have left the programme." />}>
          <Trans id="said.left.more" message="Your name, your beacon and your purchases are erased." />
        </Notice>
      );
    case 'not-joined':
      return (
        <Notice title={<Trans id="said.not-joined" message="Nothing was recorded." />}>
          <Trans id="said.not-joined.more" message="Everything here works just as well without it." />
        </Notice>
      );
    case 'given-camera':
      // A camera that went off meanwhile says so itself.
      return visit.camera === 'allowed' ? <ReceiptOffer purpose="camera" /> : null;
    case 'given-history':
      return visit.consents.history ? <ReceiptOffer purpose="history" /> : null;
    case 'given-recognition':
      return visit.consents.recognition ? <ReceiptOffer purpose="recognition" /> : null;
    case null:
      return null;
  }
}
