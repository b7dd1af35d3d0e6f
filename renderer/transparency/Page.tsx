import { Trans, useLingui } from '@lingui/react';
import { useEffect } from 'react';
import { tongues } from '../../shared/tongues.ts';
import { languageAfter } from '../i18n/languages.ts';
import { speak, spoken } from '../i18n/setup.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Sign } from './Sign.tsx';
import { useFacts } from './use-facts.ts';
import { About } from './words/About.tsx';

/** `/sign` is the sheet for the wall, everything else the page for shoppers. */
export function Page({ sign }: { readonly sign: boolean }) {
  const { i18n } = useLingui();
  const { facts, failed, again } = useFacts();
  const other = languageAfter(spoken());
  const title = i18n._({ id: 'about.title', message: 'What this kiosk does with your data' });
  useEffect(() => {
    document.title = title;
  }, [title]);

  if (failed) {
    return (
      <main className="paper">
        <Notice tone="problem" title={<Trans id="about.failed" message="The store’s machine does not answer." />}>
          <Button onPress={again}>
            <Trans id="about.again" message="Try again" />
          </Button>
        </Notice>
      </main>
    );
  }
  if (facts === null) {
    return (
      <main className="paper">
        <Skeleton />
      </main>
    );
  }
  if (sign) return <Sign facts={facts} />;
  return (
    <main className="paper">
      <div className="paper-head">
        <p className="serif paper-store">{facts.store}</p>
        <Button look="quiet" onPress={() => speak(other)}>
          <span lang={other}>{tongues[other].name}</span>
        </Button>
      </div>
      <h1>{title}</h1>
      <About facts={facts} />
    </main>
  );
}
