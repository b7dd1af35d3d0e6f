import { Trans } from '@lingui/react';
import { MessageCircleQuestion, MessageSquareText, Search, Tag, UserRound, UserRoundPlus } from 'lucide-react';
import type { Language, VisitView } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Ledge } from '../art/Ledge.tsx';
import { Scene } from '../layout/Scene.tsx';
import { Tile } from '../layout/Tile.tsx';
import { isOpen } from '../state/station.ts';
import { useSimple } from '../state/use-simple.ts';
import { goTo, setPanel } from '../state/view.ts';
import { PersonalOffer } from './PersonalOffer.tsx';
import { Said } from './Said.tsx';

const icon = { className: 'icon', 'aria-hidden': true } as const;

function Title({ greeting }: Pick<VisitView, 'greeting'>) {
  const name = greeting.kind === 'personal' ? greeting.name : null;
  return name ? (
    <Trans id="home.hello.name" message="Hello {name}" values={{ name }} />
  ) : (
    <Trans id="home.hello" message="Hello" />
  );
}

/** The first screen of a visit: a greeting, one offer for someone we know, and at most five choices. */
export function Home({ visit, language }: { readonly visit: VisitView; readonly language: Language }) {
  const simple = useSimple(visit);
  const offer = visit.selling && !simple && visit.greeting.kind === 'personal' ? visit.offer : null;
  const confirm = visit.greeting.kind !== 'neutral' && visit.greeting.confirm;
  return (
    <Scene
      serif
      picture={<Ledge />}
      onBack={null}
      title={<Title greeting={visit.greeting} />}
      lead={
        offer ? (
          <Trans id="home.offer" message="Here is one offer, chosen for you." />
        ) : (
          <Trans id="home.lead" message="What can we do for you?" />
        )
      }
    >
      <Said visit={visit} />
      {confirm && (
        <Button icon={<UserRound {...icon} />} onPress={() => setPanel('picture')}>
          {visit.greeting.kind === 'shared' ? (
            <Trans id="home.confirm.shared" message="Show your picture to say which of you it is" />
          ) : (
            <Trans id="home.confirm" message="Show your picture to be greeted by name" />
          )}
        </Button>
      )}
      {offer && <PersonalOffer key={offer.id} offer={offer} language={language} />}
      <div className={offer ? 'tiles tiles-row' : 'tiles'}>
        <Tile lead={!offer} icon={<Search {...icon} />} onPress={() => goTo('find')}>
          <Trans id="home.find" message="Find a product" />
        </Tile>
        <Tile icon={<MessageCircleQuestion {...icon} />} onPress={() => goTo('ask')}>
          <Trans id="home.ask" message="Ask a question" />
        </Tile>
        {!offer && !simple && visit.selling && (
          <Tile icon={<Tag {...icon} />} onPress={() => goTo('offer')}>
            <Trans id="home.offers" message="Today’s offers" />
          </Tile>
        )}
        {visit.recognised ? (
          <Tile icon={<UserRound {...icon} />} onPress={() => goTo('account')}>
            <Trans id="home.account" message="My account" />
          </Tile>
        ) : (
          !simple &&
          !isOpen(visit.call) && (
            <Tile icon={<UserRoundPlus {...icon} />} onPress={() => goTo('join')}>
              <Trans id="home.join" message="Join" />
            </Tile>
          )
        )}
        {!offer && (
          <Tile icon={<MessageSquareText {...icon} />} onPress={() => goTo('tell')}>
            <Trans id="home.tell" message="Tell us something" />
          </Tile>
        )}
      </div>
    </Scene>
  );
}
