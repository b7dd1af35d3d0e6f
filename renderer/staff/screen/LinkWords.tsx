import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react';
import type { Link } from '../../api.ts';
import { useDesk } from '../use-desk.tsx';

const words: Readonly<Record<Link, MessageDescriptor>> = {
  connecting: /*i18n*/ { id: 'staff.link.connecting', message: 'Connecting' },
  open: /*i18n*/ { id: 'staff.link.open', message: 'Connected' },
  lost: /*i18n*/ { id: 'staff.link.lost', message: 'Not connected' },
};

/** How the page stands with the station, always in words. */
export function LinkWords() {
  const { i18n } = useLingui();
  const link = useDesk((desk) => desk.link);
  return (
    <p className="link-words small" data-link={link} role="status">
      {i18n._(words[link])}
    </p>
  );
}
