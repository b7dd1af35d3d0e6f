import { Trans, useLingui } from '@lingui/react';
import { useEffect } from 'react';
import { Door } from './door/Door.tsx';
import { Setup } from './door/Setup.tsx';
import { Shell } from './shell/Shell.tsx';
import { useHouse } from './use-house.tsx';

export function App() {
  const { i18n } = useLingui();
  const phase = useHouse((house) => house.phase);
  const storeName = useHouse((house) => house.snapshot?.storeName ?? house.doors?.storeName ?? 'Prévenance');
  const title = i18n._({ id: 'manager.title', message: 'Manager · {storeName}', values: { storeName } });
  useEffect(() => {
    document.title = title;
  }, [title]);

  if (phase === 'inside') return <Shell />;
  if (phase === 'setup') return <Setup />;
  if (phase === 'door') return <Door />;
  return (
    <main className="door">
      <h1>
        <Trans id="manager.opening" message="Opening the manager page" />
      </h1>
    </main>
  );
}
