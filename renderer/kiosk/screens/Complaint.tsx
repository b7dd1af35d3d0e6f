import { Trans } from '@lingui/react';
import { Ear, PenLine } from 'lucide-react';
import type { KioskSnapshot } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { phone } from '../../ui/format.ts';
import { HandsArt } from '../art/HandsArt.tsx';
import { Scene } from '../layout/Scene.tsx';
import { callPerson } from '../state/commands.ts';
import { goHome, goTo } from '../state/view.ts';

/** A complaint is never handled by the machine. */
export function Complaint({ store }: { readonly store: KioskSnapshot['store'] }) {
  return (
    <Scene
      told
      onBack={null}
      picture={<HandsArt coming />}
      title={<Trans id="complaint.title" message="A person will listen to you" />}
      lead={<Trans id="complaint.lead" message="A machine should not answer a complaint. Someone comes to you, here." />}
    >
      <div className="answers answers-large">
        <Button look="primary" icon={<Ear className="icon" aria-hidden="true" />} onPress={() => void callPerson('complaint')}>
          <Trans id="complaint.call" message="Have someone come and listen" />
        </Button>
        <Button icon={<PenLine className="icon" aria-hidden="true" />} onPress={() => goTo('write-complaint')}>
          <Trans id="complaint.write" message="Write it down instead" />
        </Button>
        <Button onPress={() => goHome()}>
          <Trans id="complaint.later" message="Not now" />
        </Button>
      </div>
      {store.phone && (
        <p className="soft">
          <Trans id="complaint.phone" message="Rather not now? Phone us on {phone}." values={{ phone: phone(store.phone) }} />
        </p>
      )}
    </Scene>
  );
}
