import { Search } from 'lucide-react';
import { spoken } from '../../i18n/setup.ts';
import { HandsArt } from '../../kiosk/art/HandsArt.tsx';
import { Keyboard } from '../../kiosk/keyboard/Keyboard.tsx';
import { CallStrip } from '../../kiosk/layout/CallStrip.tsx';
import { CameraNote } from '../../kiosk/layout/CameraNote.tsx';
import { Foot } from '../../kiosk/layout/Foot.tsx';
import { Head } from '../../kiosk/layout/Head.tsx';
import { Proposal } from '../../kiosk/layout/Proposal.tsx';
import { Scene } from '../../kiosk/layout/Scene.tsx';
import { Tile } from '../../kiosk/layout/Tile.tsx';
import { ConsentQuestion } from '../../kiosk/screens/ConsentQuestion.tsx';
import { Failure } from '../../kiosk/screens/Failure.tsx';
import { NothingFound } from '../../kiosk/screens/NothingFound.tsx';
import { OfferCard } from '../../kiosk/screens/OfferCard.tsx';
import { ProductRow } from '../../kiosk/screens/ProductRow.tsx';
import { QuestionList } from '../../kiosk/screens/QuestionList.tsx';
import { StillThere } from '../../kiosk/screens/StillThere.tsx';
import type { Part } from '../part.ts';
import { call, offer, products, questions, sample, snapshot } from '../samples.ts';

/** The kiosk's own parts. */

const nothing = () => {};
const search = <Search className="icon" aria-hidden="true" />;
const title = () => sample({ fr: 'Que cherchez-vous ?', en: 'What are you looking for?' });
const lead = () => sample({ fr: 'Un mot suffit.', en: 'One word is enough.' });
const because = (code: string, times: number) => ({ because: [{ code, times }] });

export const kioskParts: readonly Part[] = [
  {
    name: 'Scene',
    file: 'kiosk/layout/Scene.tsx',
    usage: '<Scene title="…" lead={<p>…</p>} picture={<HandsArt coming />}>…</Scene>',
    examples: [
      {
        state: 'tall',
        show: () => (
          <Scene title={title()} lead={<p>{lead()}</p>} picture={<HandsArt coming />}>
            <div className="tiles">
              <Tile icon={search} onPress={nothing}>
                {lead()}
              </Tile>
            </div>
          </Scene>
        ),
      },
      { state: 'list', show: () => <Scene shape="list" over="2 / 5" title={title()} lead={<p>{lead()}</p>} /> },
      {
        state: 'greeting',
        show: () => <Scene serif onBack={null} title={sample({ fr: 'Bonjour, Camille.', en: 'Hello, Camille.' })} />,
      },
    ],
  },
  {
    name: 'Head',
    file: 'kiosk/layout/Head.tsx',
    usage: '<Head bare={false} cameraLive={live} stopCamera={stop} />',
    examples: [
      { state: 'camera off', show: () => <Head bare={false} cameraLive={false} stopCamera={nothing} /> },
      { state: 'camera on', show: () => <Head bare={false} cameraLive stopCamera={nothing} /> },
    ],
  },
  { name: 'Foot', file: 'kiosk/layout/Foot.tsx', usage: '<Foot />', examples: [{ state: 'as it is', show: () => <Foot /> }] },
  {
    name: 'OfferCard',
    file: 'kiosk/screens/OfferCard.tsx',
    usage: '<OfferCard offer={offer} language={language}>…</OfferCard>',
    examples: [
      { state: 'at a lower price', show: () => <OfferCard offer={offer} language={spoken()} /> },
      {
        state: 'at the usual price',
        show: () => <OfferCard offer={{ ...offer, priceCents: offer.regularPriceCents }} language={spoken()} />,
      },
      {
        state: 'among others',
        show: () => (
          <div className="offers">
            <OfferCard offer={{ ...offer, title: products.long.name }} language={spoken()} />
          </div>
        ),
      },
    ],
  },
  {
    name: 'ProductRow',
    file: 'kiosk/screens/ProductRow.tsx',
    usage: '<ul className="products"><ProductRow product={product} language={language} /></ul>',
    examples: [
      {
        state: 'in stock, few left, none left, long name, no drawing',
        show: () => (
          <ul className="products">
            {Object.values(products).map((product) => (
              <ProductRow key={product.id} product={product} language={spoken()} />
            ))}
          </ul>
        ),
      },
    ],
  },
  {
    name: 'QuestionList',
    file: 'kiosk/screens/QuestionList.tsx',
    usage: '<QuestionList questions={questions} onChoose={choose} />',
    examples: [{ state: 'two questions', show: () => <QuestionList questions={questions} onChoose={nothing} /> }],
  },
  {
    name: 'NothingFound',
    file: 'kiosk/screens/NothingFound.tsx',
    usage: '<NothingFound query={query} />',
    examples: [{ state: 'as it is', show: () => <NothingFound query="xylophone" /> }],
  },
  {
    name: 'Failure',
    file: 'kiosk/screens/Failure.tsx',
    usage: '<Failure again={again} />',
    examples: [{ state: 'with a way to try again', show: () => <Failure again={nothing} /> }],
  },
  {
    name: 'ConsentQuestion',
    file: 'kiosk/screens/ConsentQuestion.tsx',
    usage: '<ConsentQuestion purpose="camera" language={language} yes="…" no="…" onYes={give} onNo={refuse} />',
    examples: [
      {
        state: 'the camera',
        show: () => (
          <ConsentQuestion
            purpose="camera"
            language={spoken()}
            yes={sample({ fr: 'Oui, pour cette visite', en: 'Yes, for this visit' })}
            no={sample({ fr: 'Non merci', en: 'No, thank you' })}
            onYes={nothing}
            onNo={nothing}
          />
        ),
      },
    ],
  },
  {
    name: 'Keyboard',
    file: 'kiosk/keyboard/Keyboard.tsx',
    usage: '<Keyboard />',
    examples: [{ state: 'as it is', show: () => <Keyboard /> }],
  },
  {
    name: 'CallStrip',
    file: 'kiosk/layout/CallStrip.tsx',
    usage: '<CallStrip call={call} phone={store.phone} />',
    examples: [
      { state: 'seen', show: () => <CallStrip call={call('seen')} phone={snapshot.store.phone} /> },
      { state: 'coming', show: () => <CallStrip call={call('coming', 'Léa')} phone={snapshot.store.phone} /> },
      { state: 'nobody answered', show: () => <CallStrip call={call('unanswered')} phone={snapshot.store.phone} /> },
    ],
  },
  {
    name: 'Proposal',
    file: 'kiosk/layout/Proposal.tsx',
    usage: '<Proposal proposal={visit.proposal} />',
    examples: [
      { state: 'nothing was found', show: () => <Proposal proposal={because('repeated-failure', 3)} /> },
      { state: 'words about health', show: () => <Proposal proposal={because('health', 1)} /> },
    ],
  },
  {
    name: 'CameraNote',
    file: 'kiosk/layout/CameraNote.tsx',
    usage: '<CameraNote note={visit.cameraNote} />',
    examples: [
      { state: 'can be started again', show: () => <CameraNote note={{ reason: 'second-face', resumable: true }} /> },
      { state: 'stays off', show: () => <CameraNote note={{ reason: 'unavailable', resumable: false }} /> },
    ],
  },
  {
    name: 'StillThere',
    file: 'kiosk/screens/StillThere.tsx',
    usage: '<StillThere endsInMs={visit.endsInMs} />',
    examples: [{ state: 'twenty seconds left', show: () => <StillThere endsInMs={20_000} /> }],
  },
];
