import { Trans } from '@lingui/react';
import { Notice } from '../../ui/Notice.tsx';

/** This very page came without encryption. The browser knows best. */
export function Unencrypted() {
  if (window.isSecureContext) return null;
  return (
    <Notice tone="problem" title={<Trans id="staff.unencrypted.title" message="This page is not encrypted" />}>
      <Trans
        id="staff.unencrypted"
        message="Everybody on this network can read your PIN, and a locked phone does not ring. Tell your manager."
      />
    </Notice>
  );
}
