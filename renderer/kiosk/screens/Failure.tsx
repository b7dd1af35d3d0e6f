import { Trans } from '@lingui/react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useStation } from '../state/station.ts';

/** Something did not work: what that means, and what to do next. */
export function Failure({ again, children }: { readonly again?: () => void; readonly children?: ReactNode }) {
  // A lost connection is already said at the top of the screen.
  if (useStation((s) => s.link === 'lost')) return null;
  return (
    <Notice tone="problem" title={<Trans id="failure.title" message="That did not work." />}>
      <p>{children ?? <Trans id="failure.more" message="Nothing you typed is lost. You can try again, or ask one of us." />}</p>
      {again && (
        <Button onPress={again}>
          <Trans id="failure.again" message="Try again" />
        </Button>
      )}
    </Notice>
  );
}
