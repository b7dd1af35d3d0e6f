import { Trans } from '@lingui/react';
import { ConciergeBell } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { callPerson } from '../state/commands.ts';
import { useVisit } from '../state/station.ts';

/** An empty result is where a machine should step back: it says so, keeps the words, and offers a person. */
export function NothingFound({ query }: { readonly query: string }) {
  // One proposal of a person at a time: the line over the screen asks already.
  const proposed = useVisit()?.proposal != null;
  return (
    <Notice title={<Trans id="find.none" message="We found nothing for “{query}”." values={{ query }} />}>
      <p>
        <Trans id="find.none.next" message="Try a shorter word, or choose a shelf below." />
      </p>
      {!proposed && (
        <Button icon={<ConciergeBell className="icon" aria-hidden="true" />} onPress={() => void callPerson('product-advice')}>
          <Trans id="find.none.person" message="Look with someone" />
        </Button>
      )}
    </Notice>
  );
}
