import { Trans, useLingui } from '@lingui/react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Seen } from '../../../devices/camera/sight.ts';
import { Button } from '../../ui/Button.tsx';
import { useSeen } from '../camera/seen.ts';
import { Scene } from '../layout/Scene.tsx';
import { setPanel } from '../state/view.ts';
import { evidenceWords, facesWords, qualityWords } from '../words/seen.tsx';

/** Five looks a second are for the eyes; a screen reader hears the newest at most this often. */
const SAY_EVERY_MS = 5_000;

/** The same sentence, renewed only every few seconds. */
function useUnhurried(sentence: string): string {
  const newest = useRef(sentence);
  const [said, setSaid] = useState('');
  useEffect(() => {
    newest.current = sentence;
  }, [sentence]);
  useEffect(() => {
    const timer = setInterval(() => setSaid(newest.current), SAY_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return said;
}

function Row({ label, children }: { readonly label: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="sees-row">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A bar of ten steps. The words beside it say the same, so it is for the eyes only. */
function Meter({ share }: { readonly share: number | null }) {
  const full = share === null ? 0 : Math.round(share * 10);
  return (
    <svg className="sees-meter" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      {Array.from({ length: 10 }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: ten places that never move
        <rect key={i} x={i * 10 + 0.5} width="9" height="8" rx="1" className={i < full ? 'sees-full' : 'sees-empty'} />
      ))}
    </svg>
  );
}

function Numbers({ seen }: { readonly seen: Seen }) {
  const { i18n } = useLingui();
  const faces = facesWords(seen, i18n);
  const quality = qualityWords(seen, i18n);
  const evidence = evidenceWords(seen, i18n);
  const said = useUnhurried(`${faces}. ${quality}. ${evidence}.`);
  return (
    <>
      <dl className="sees">
        <Row label={<Trans id="sees.faces" message="Faces" />}>{faces}</Row>
        <Row label={<Trans id="sees.quality" message="Picture" />}>{quality}</Row>
        <Row label={<Trans id="sees.evidence" message="Last ten seconds" />}>
          {evidence}
          <Meter share={seen.negative} />
        </Row>
      </dl>
      <p className="unseen" role="status">
        {said}
      </p>
    </>
  );
}

/** Everything the camera tells this page, while it tells it. The picture is not among it. */
export function CameraSees({ live }: { readonly live: boolean }) {
  const seen = useSeen();
  return (
    <Scene
      shape="list"
      onBack={() => setPanel(null)}
      title={<Trans id="sees.title" message="What the camera sees" />}
      lead={<Trans id="sees.lead" message="This is all that leaves the program. The picture never does." />}
    >
      {!live && (
        <p className="sees-wait">
          <Trans id="sees.off" message="The camera is off. Nothing is being read." />
        </p>
      )}
      {live && !seen && (
        <p className="sees-wait">
          <Trans id="sees.waiting" message="The camera is starting." />
        </p>
      )}
      {live && seen && <Numbers seen={seen} />}
      <ul className="consent sees-facts">
        <li>
          <Trans id="sees.fact.forgotten" message="The program forgets it after ten seconds, the kiosk after your visit." />
        </li>
        <li>
          <Trans id="sees.fact.wrong" message="The program is often wrong: one resting face in five looks cross to it." />
        </li>
        <li>
          <Trans id="sees.fact.sooner" message="With other signs, it can make us propose a person sooner. Nothing else." />
        </li>
        <li>
          <Trans id="sees.fact.never" message="It changes no offer and no price. Our team never sees it." />
        </li>
        <li>
          <Trans id="sees.fact.nobody" message="It does not know who you are." />
        </li>
      </ul>
      <Button look="primary" onPress={() => setPanel(null)}>
        <Trans id="sees.close" message="Close" />
      </Button>
    </Scene>
  );
}
