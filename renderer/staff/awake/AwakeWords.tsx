import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react';
import type { Awake } from './keeper.ts';

const words: Readonly<Record<Awake, MessageDescriptor>> = {
  held: /*i18n*/ { id: 'staff.awake.held', message: 'Screen stays on' },
  'let-go': /*i18n*/ { id: 'staff.awake.let-go', message: 'Screen may turn off' },
  absent: /*i18n*/ { id: 'staff.awake.absent', message: 'Screen may turn off: this browser cannot keep it on' },
};

/** Whether the phone will still show calls in a minute. */
export function AwakeWords({ awake }: { readonly awake: Awake }) {
  const { i18n } = useLingui();
  return (
    <p className="awake-words small soft" data-awake={awake}>
      {i18n._(words[awake])}
    </p>
  );
}
