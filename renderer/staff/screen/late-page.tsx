import { Trans } from '@lingui/react';
import type { ComponentType } from 'react';
import { Button } from '../../ui/Button.tsx';
import { type Late, late } from '../../ui/late.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

interface Closable {
  readonly onClose: () => void;
}

/** The station did not give a part of the page: the phone goes on asking, and the way back stays. */
function Missing({ again, onClose }: Closable & { readonly again: () => void }) {
  return (
    <>
      <Notice tone="problem" title={<Trans id="staff.late.title" message="This part of the page is missing" />}>
        <p>
          <Trans id="staff.late" message="The phone keeps asking the station for it. Calls still ring." />
        </p>
        <Button onPress={again}>
          <Trans id="staff.retry" message="Try again" />
        </Button>
      </Notice>
      <Button look="primary" className="thumb menu-back" onPress={onClose}>
        <Trans id="staff.back" message="Back" />
      </Button>
    </>
  );
}

/** A page of the phone that the first screen does not need. A call never is one: it must show at once. */
export const latePage = <P extends Closable>(load: () => Promise<ComponentType<P>>): Late<P> =>
  late(load, {
    waiting: (
      <main className="phone">
        <Skeleton height="3rem" />
      </main>
    ),
    failed: (again, { onClose }) => (
      <main className="phone">
        <Missing again={again} onClose={onClose} />
      </main>
    ),
  });

/** What opens under the thumb later in a call. */
export const lateSheet = <P extends Closable>(load: () => Promise<ComponentType<P>>): Late<P> =>
  late(load, {
    waiting: <Skeleton height="3rem" />,
    failed: (again, { onClose }) => <Missing again={again} onClose={onClose} />,
  });
