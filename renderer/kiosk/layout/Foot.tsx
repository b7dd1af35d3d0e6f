import { Trans } from '@lingui/react';
import { Accessibility, ConciergeBell, Languages, LogOut } from 'lucide-react';
import { tongues } from '../../../shared/tongues.ts';
import { languageAfter } from '../../i18n/languages.ts';
import { Button } from '../../ui/Button.tsx';
import { isUsual, resetComfort, useComfort } from '../state/comfort.ts';
import { callPerson, send, setLanguage } from '../state/commands.ts';
import { useVisit } from '../state/station.ts';
import { setPanel, useView } from '../state/view.ts';

/** The same on every screen, at the same place: a person, the language, how to read, and the way out. */
export function Foot() {
  const visit = useVisit();
  const comfort = useComfort();
  const panel = useView((v) => v.panel);
  const other = languageAfter(comfort.language);
  const end = () => {
    if (visit) void send('kiosk/end', {});
    else resetComfort();
  };
  return (
    <footer className="foot">
      <Button
        className="foot-call"
        look="primary"
        icon={<ConciergeBell className="icon" aria-hidden="true" />}
        onPress={() => void callPerson('asked')}
      >
        <Trans id="foot.call" message="Call a person" />
      </Button>
      <Button
        className="foot-small"
        look="quiet"
        icon={<Languages className="icon" aria-hidden="true" />}
        onPress={() => setLanguage(other)}
      >
        <span lang={other}>{tongues[other].name}</span>
      </Button>
      <Button
        className="foot-small"
        look="quiet"
        aria-pressed={panel === 'accessibility'}
        icon={<Accessibility className="icon" aria-hidden="true" />}
        onPress={() => setPanel(panel === 'accessibility' ? null : 'accessibility')}
      >
        <Trans id="foot.accessibility" message="Accessibility" />
      </Button>
      <Button
        className="foot-small"
        look="quiet"
        isDisabled={!visit && isUsual(comfort)}
        icon={<LogOut className="icon" aria-hidden="true" />}
        onPress={end}
      >
        <Trans id="foot.end" message="I’m done" />
      </Button>
    </footer>
  );
}
