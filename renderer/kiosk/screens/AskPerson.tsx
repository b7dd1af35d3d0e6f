import { Trans } from '@lingui/react';
import { ConciergeBell } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { callPerson } from '../state/commands.ts';
import { useVisit } from '../state/station.ts';

/** Where the answers end: said plainly, with a person one touch away. `person`: the words asked for one. */
export function AskPerson({ person }: { readonly person: boolean }) {
  // One proposal of a person at a time: the line over the screen asks already.
  const proposed = useVisit()?.proposal != null;
  return (
    <Notice
      title={
        person ? (
          <Trans id="ask.none.person" message="A person is the right answer here." />
        ) : (
          <Trans id="ask.none" message="We do not know the answer to that." />
        )
      }
    >
      {!person && (
        <p>
          <Trans id="ask.none.more" message="Other words may help. One of us certainly can." />
        </p>
      )}
      {!proposed && (
        <Button
          icon={<ConciergeBell className="icon" aria-hidden="true" />}
          onPress={() => void callPerson(person ? 'asked' : 'repeated-failure')}
        >
          <Trans id="ask.none.call" message="Ask someone from the team" />
        </Button>
      )}
    </Notice>
  );
}
