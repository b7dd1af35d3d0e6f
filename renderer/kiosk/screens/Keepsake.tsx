import { Trans } from '@lingui/react';
import type { ReactNode } from 'react';
import type { SlipWish } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { Scene } from '../layout/Scene.tsx';
import { PrintButton } from '../printing/PrintButton.tsx';

interface KeepsakeProps {
  readonly title: ReactNode;
  readonly lead: ReactNode;
  /** Null: not there yet. */
  readonly code: { readonly text: string; readonly label: string } | null;
  /** The same on paper, where there is a printer. */
  readonly slip?: SlipWish;
  readonly children?: ReactNode;
  readonly onDone: () => void;
}

/** Something to take along from a screen, as a code for a telephone. Every receipt and card passes here. */
export function Keepsake({ title, lead, code, slip, children, onDone }: KeepsakeProps) {
  return (
    <Scene shape="list" onBack={onDone} title={title} lead={lead}>
      {children}
      {code && (
        <div className="phone-code">
          <QrCode {...code} />
        </div>
      )}
      {code && slip && <PrintButton slip={slip} />}
      <Button onPress={onDone}>
        <Trans id="take.done" message="Done" />
      </Button>
    </Scene>
  );
}
