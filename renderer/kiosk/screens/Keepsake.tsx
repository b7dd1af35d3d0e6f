import { Trans } from '@lingui/react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { Scene } from '../layout/Scene.tsx';

interface KeepsakeProps {
  readonly title: ReactNode;
  readonly lead: ReactNode;
  /** Null: not there yet. */
  readonly code: { readonly text: string; readonly label: string } | null;
  readonly children?: ReactNode;
  readonly onDone: () => void;
}

/** Something to take along from a screen, as a code for a telephone. Every receipt and card passes here. */
export function Keepsake({ title, lead, code, children, onDone }: KeepsakeProps) {
  return (
    <Scene shape="list" onBack={onDone} title={title} lead={lead}>
      {children}
      {code && (
        <div className="phone-code">
          <QrCode {...code} />
        </div>
      )}
      <Button onPress={onDone}>
        <Trans id="take.done" message="Done" />
      </Button>
    </Scene>
  );
}
