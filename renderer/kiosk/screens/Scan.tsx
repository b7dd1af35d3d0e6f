import { Trans } from '@lingui/react';
import { ConciergeBell, Search } from 'lucide-react';
import { gtin } from '../../../shared/catalogue/gtin.ts';
import { Button } from '../../ui/Button.tsx';
import { Scene } from '../layout/Scene.tsx';
import { callPerson } from '../state/commands.ts';
import { useVisit } from '../state/station.ts';
import { goTo, textOf, useView } from '../state/view.ts';

/** A code that led nowhere: what happened, and what can be done now. */
export function Scan() {
  const code = useView((v) => textOf(v, 'scan'));
  // One proposal of a person at a time: the line over the screen asks already.
  const proposed = useVisit()?.proposal != null;
  const misread = gtin(code) === null;
  return (
    <Scene
      live
      title={
        misread ? (
          <Trans id="scan.misread" message="The code was not read." />
        ) : (
          <Trans id="scan.unknown" message="We do not know this code." />
        )
      }
      lead={
        misread ? (
          <Trans id="scan.misread.next" message="Hold the bars flat before the scanner, and try again." />
        ) : (
          <>
            <p className="figures">{code}</p>
            <p>
              <Trans id="scan.unknown.next" message="The product may be new. Its name may find it." />
            </p>
          </>
        )
      }
    >
      <Button look="primary" icon={<Search className="icon" aria-hidden="true" />} onPress={() => goTo('find')}>
        <Trans id="scan.find" message="Search by name" />
      </Button>
      {!proposed && (
        <Button icon={<ConciergeBell className="icon" aria-hidden="true" />} onPress={() => void callPerson('product-advice')}>
          <Trans id="scan.person" message="Ask someone who knows" />
        </Button>
      )}
    </Scene>
  );
}
