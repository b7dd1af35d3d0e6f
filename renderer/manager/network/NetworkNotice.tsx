import { Trans, useLingui } from '@lingui/react';
import { Notice } from '../../ui/Notice.tsx';
import { useLoaded } from '../use-house.tsx';
import { troubleWords } from './network-words.ts';

/** On every section: this very page is not encrypted. The browser knows best. */
export function UnencryptedNotice() {
  if (window.isSecureContext) return null;
  return (
    <Notice tone="problem" title={<Trans id="manager.network.unencrypted" message="This page is not encrypted" />}>
      <Trans
        id="manager.network.unencrypted.remedy"
        message="Everybody on this network can read your password and act as you. Ask the person who installed the kiosk for a certificate."
      />
    </Notice>
  );
}

/** On every other section: what is wrong with the certificates, weeks before phones notice. */
export function NetworkNotice() {
  const { i18n } = useLingui();
  const [worst] = useLoaded('manager/network', {}).answer?.troubles ?? [];
  if (worst === undefined) return null;
  const { tone, title } = troubleWords[worst];
  return (
    <Notice tone={tone} title={i18n._(title)}>
      <a href="#network">
        <Trans id="manager.network.what-to-do" message="What to do" />
      </a>
    </Notice>
  );
}
