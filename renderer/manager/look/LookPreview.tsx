import { Trans, useLingui } from '@lingui/react';
import { useEffect, useRef, useState } from 'react';
import type { LookSettings } from '../../../shared/contract/index.ts';
import { spoken } from '../../i18n/setup.ts';
import type { PreviewMessage } from '../../preview/message.ts';
import { Choice } from '../../ui/Choice.tsx';

/** The kiosk's own screens in the look that is being tried. */
export function LookPreview({ look, storeName }: { readonly look: LookSettings; readonly storeName: string }) {
  const { i18n } = useLingui();
  const frame = useRef<HTMLIFrameElement>(null);
  const [ready, setReady] = useState(false);
  const [screen, setScreen] = useState<PreviewMessage['screen']>('attract');
  const [shape, setShape] = useState<'portrait' | 'landscape'>('portrait');
  const language = spoken();

  useEffect(() => {
    const hear = (event: MessageEvent<unknown>) => {
      if (event.source === frame.current?.contentWindow && event.data === 'preview-ready') setReady(true);
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, []);
  useEffect(() => {
    if (!ready) return;
    const message: PreviewMessage = { look, storeName, screen, language };
    frame.current?.contentWindow?.postMessage(message, location.origin);
  }, [ready, look, storeName, screen, language]);

  return (
    <section className="look-side">
      <div className="look-shapes">
        <Choice
          label={<Trans id="manager.look.screen" message="Screen" />}
          value={screen}
          onChange={setScreen}
          options={[
            { value: 'attract', label: <Trans id="manager.look.screen.first" message="First scene" /> },
            { value: 'home', label: <Trans id="manager.look.screen.visit" message="In a visit" /> },
          ]}
        />
        <Choice
          label={<Trans id="manager.look.shape" message="Shape" />}
          value={shape}
          onChange={setShape}
          options={[
            { value: 'portrait', label: <Trans id="manager.look.shape.portrait" message="Upright" /> },
            { value: 'landscape', label: <Trans id="manager.look.shape.landscape" message="Across" /> },
          ]}
        />
      </div>
      <div className="look-glass" data-shape={shape}>
        <iframe
          ref={frame}
          src="/preview"
          tabIndex={-1}
          title={i18n._({ id: 'manager.look.preview', message: 'What the kiosk would look like' })}
        />
      </div>
    </section>
  );
}
