import { Trans } from '@lingui/react';
import { FileSearch, Lightbulb, MessageSquareWarning, Ticket } from 'lucide-react';
import { HandsArt } from '../art/HandsArt.tsx';
import { Scene } from '../layout/Scene.tsx';
import { Tile } from '../layout/Tile.tsx';
import { goTo, textOf, useView } from '../state/view.ts';

const icon = { className: 'icon', 'aria-hidden': true } as const;

/** What a shopper has to say: a complaint, an idea, or what became of one. */
export function Tell() {
  const written = useView((v) => textOf(v, 'written') !== '');
  return (
    <Scene
      picture={<HandsArt coming={false} />}
      title={<Trans id="tell.title" message="We are listening" />}
      lead={<Trans id="tell.lead" message="One of us reads what you say, and answers." />}
    >
      <div className="tiles">
        <Tile lead icon={<MessageSquareWarning {...icon} />} onPress={() => goTo('complaint')}>
          <Trans id="tell.complaint" message="Something went wrong" />
        </Tile>
        <Tile icon={<Lightbulb {...icon} />} onPress={() => goTo('write-idea')}>
          <Trans id="tell.idea" message="Propose an idea" />
        </Tile>
        <Tile icon={<FileSearch {...icon} />} onPress={() => goTo('follow')}>
          <Trans id="tell.follow" message="Follow a complaint or idea" />
        </Tile>
        {written && (
          <Tile icon={<Ticket {...icon} />} onPress={() => goTo('written')}>
            <Trans id="tell.written" message="See my reference again" />
          </Tile>
        )}
      </div>
    </Scene>
  );
}
