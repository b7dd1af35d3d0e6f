import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react';
import { Button } from '../../ui/Button.tsx';
import type { ErrandKind } from '../desk/errands.ts';
import { useActions, useDesk } from '../use-desk.tsx';

const words: Readonly<Record<ErrandKind, MessageDescriptor>> = {
  duty: /*i18n*/ { id: 'staff.errand.duty', message: 'Whether your switch between on and off duty arrived is not known yet.' },
  break: /*i18n*/ { id: 'staff.errand.break', message: 'Whether your break arrived is not known yet.' },
  note: /*i18n*/ { id: 'staff.errand.note', message: 'Whether the note was ticked off is not known yet.' },
  goodwill: /*i18n*/ {
    id: 'staff.errand.goodwill',
    message: 'Whether your gesture was written down is not known yet. It will be there once, not twice.',
  },
};

/** A command that got no answer, what becomes of it, and the way to hurry it. */
export function ErrandWords() {
  const { i18n } = useLingui();
  const { retryErrand } = useActions();
  const errand = useDesk((desk) => desk.errand);
  if (errand?.state !== 'unknown') return null;
  return (
    <div className="step-unknown" role="status">
      <p>
        {i18n._(words[errand.kind])} <Trans id="staff.errand.again" message="It is sent again as soon as the station answers." />
      </p>
      <Button look="bare" onPress={() => void retryErrand()}>
        <Trans id="staff.errand.now" message="Send again now" />
      </Button>
    </div>
  );
}
