import { Trans } from '@lingui/react';
import { Download, Gift, HeartHandshake, ListChecks, ScanEye } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Scene } from '../layout/Scene.tsx';
import { Tile } from '../layout/Tile.tsx';

/** The parts of an account. */
export type Part = 'points' | 'preferences' | 'facts' | 'answers' | 'take';

const icon = { className: 'icon', 'aria-hidden': true } as const;

interface HubProps {
  /** Null: the account cannot be shown now. Leaving works all the same. */
  readonly onOpen: ((part: Part) => void) | null;
  /** Somebody proposes to keep a preference. */
  readonly proposed: boolean;
  readonly onLeave: () => void;
  readonly children?: ReactNode;
}

/** The first screen of an account: five ways in and one way out, and nothing personal before the next touch. */
export function Hub({ onOpen, proposed, onLeave, children }: HubProps) {
  return (
    <Scene
      shape="list"
      title={<Trans id="home.account" message="My account" />}
      lead={<Trans id="account.lead" message="Only this store keeps it. Nobody else receives it." />}
    >
      {children}
      {onOpen && (
        <>
          {proposed && (
            <Notice tone="warm" title={<Trans id="account.proposed" message="A colleague proposes to note a preference." />}>
              <Button onPress={() => onOpen('preferences')}>
                <Trans id="account.proposed.see" message="See what it is" />
              </Button>
            </Notice>
          )}
          <div className="tiles account-tiles">
            <Tile icon={<Gift {...icon} />} onPress={() => onOpen('points')}>
              <Trans id="account.points" message="Points and purchases" />
            </Tile>
            <Tile icon={<HeartHandshake {...icon} />} onPress={() => onOpen('preferences')}>
              <Trans id="account.preferences" message="My preferences" />
            </Tile>
            <Tile icon={<ScanEye {...icon} />} onPress={() => onOpen('facts')}>
              <Trans id="account.title" message="What we know about you" />
            </Tile>
            <Tile icon={<ListChecks {...icon} />} onPress={() => onOpen('answers')}>
              <Trans id="account.answers" message="What I agreed to" />
            </Tile>
            <Tile icon={<Download {...icon} />} onPress={() => onOpen('take')}>
              <Trans id="account.take" message="Take my data with me" />
            </Tile>
          </div>
        </>
      )}
      <section className="leave">
        <div>
          <h2>
            <Trans id="account.leave" message="Leave the programme" />
          </h2>
          <p>
            <Trans id="account.leave.more" message="Your name, beacons and purchases are erased at once." />
          </p>
        </div>
        <Button onPress={onLeave}>
          <Trans id="account.leave.now" message="Leave and erase" />
        </Button>
      </section>
    </Scene>
  );
}
