import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react';
import type { Link } from '../../api.ts';

const words: Readonly<Record<Link, MessageDescriptor>> = {
  connecting: /*i18n*/ { id: 'manager.link.connecting', message: 'Connecting' },
  open: /*i18n*/ { id: 'manager.link.open', message: 'Live' },
  lost: /*i18n*/ { id: 'manager.link.lost', message: 'Not connected' },
};

export function LinkWords({ link }: { readonly link: Link }) {
  const { i18n } = useLingui();
  return (
    <p className="link-words small" data-link={link} role="status">
      {i18n._(words[link])}
    </p>
  );
}
