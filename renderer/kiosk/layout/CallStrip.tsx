import { Trans, useLingui } from '@lingui/react';
import { ConciergeBell } from 'lucide-react';
import type { VisitView } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { useView } from '../state/view.ts';
import { callWords } from '../words/call.tsx';

/** The open call in one line, while the shopper looks at something else. */
export function CallStrip({ call, phone }: { readonly call: NonNullable<VisitView['call']>; readonly phone: string }) {
  const { i18n } = useLingui();
  return (
    <section className="strip strip-call" aria-label={i18n._({ id: 'strip.name', message: 'Your call' })}>
      <ConciergeBell className="icon" aria-hidden="true" />
      <p className="strip-words" role="status">
        {callWords(call, phone).title}
      </p>
      <Button onPress={() => useView.setState({ callAside: false, panel: null })}>
        <Trans id="strip.call" message="See my call" />
      </Button>
    </section>
  );
}
