import { Trans } from '@lingui/react';
import type { ReactNode } from 'react';
import type { TransparencyFacts } from '../../../shared/contract/index.ts';
import { WhoAnswers } from './WhoAnswers.tsx';

function Part({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  return (
    <section className="about-part">
      <h2>{title}</h2>
      <ul className="about-list">{children}</ul>
    </section>
  );
}

/** What this kiosk does, what it keeps, which rights a shopper has, and who answers. Every line holds in the code. */
export function About({ facts }: { readonly facts: TransparencyFacts }) {
  return (
    <div className="about">
      <Part title={<Trans id="about.does" message="What this kiosk does" />}>
        <li>
          <Trans
            id="about.does.helps"
            message="It finds products, answers questions and calls a person. For that it need not know you."
          />
        </li>
        <li>
          <Trans id="about.does.beacon" message="It hears the Bluetooth beacons of members, and shows them one offer." />
        </li>
        <li>
          <Trans id="about.does.strangers" message="Everybody else’s signals are forgotten within seconds and never stored." />
        </li>
        <li>
          <Trans id="about.does.prices" message="Prices are the same for everyone." />
        </li>
        <li>
          <Trans id="about.does.difficulty" message="When searches fail or the same thing happens again, it proposes a person." />
        </li>
      </Part>
      {facts.cameraOffered ? <CameraPart /> : <NoCameraPart />}
      <Part title={<Trans id="about.keeps" message="What is kept, and how long" />}>
        <li>
          <Trans id="about.keeps.figures" message="Visits, calls and answers to one question, as figures about nobody." />
        </li>
        <li>
          <Trans
            id="about.keeps.member"
            message="About members: a number, beacon and language, a first name and picture if they chose them, the day of their last visit. Until they leave, or three years without a visit."
          />
        </li>
        <li>
          <Trans
            id="about.keeps.purchases"
            message="If you agreed: what you bought here and which offers you declined. Until you say stop, or three years without a visit."
          />
        </li>
        <li>
          <Trans
            id="about.keeps.preferences"
            message="If they tell us: habits, sizes and favourite shelves, and a diet under a yes of its own. Until they remove it, leave, or three years without a visit."
          />
        </li>
        <li>
          <Trans
            id="about.keeps.card"
            message="If they ask for a card: a fingerprint of its code, never the code itself. Until they end it or leave."
          />
        </li>
        <li>
          <Trans
            id="about.keeps.receipts"
            message="Receipts without names, for what is often bought together: the products only."
          />
        </li>
        <li>
          <Trans
            id="about.keeps.note"
            message="A note you leave for the team: seven days, or until you erase it on this visit."
          />
        </li>
        <li>
          <Trans
            id="about.keeps.matter"
            message="A complaint or idea you write down: until some months after our answer, which the screen says, or until you erase it."
          />
        </li>
        <li>
          <Trans
            id="about.keeps.feedback"
            message="A few words at the end of a visit: 90 days at most, without anything that leads to you."
          />
        </li>
        <li>
          <Trans id="about.keeps.proof" message="Your choices, as proof, without your name." />
        </li>
        <li>
          <Trans id="about.keeps.here" message="All of it stays on this store’s own machines. Nothing is sold." />
        </li>
      </Part>
      <Part title={<Trans id="about.rights" message="Your rights" />}>
        <li>
          <Trans
            id="about.rights.list"
            message="You may see your data, have it corrected or erased, take it with you, object, and change your mind at any time."
          />
        </li>
        <li>
          <Trans
            id="about.rights.kiosk"
            message="“My account” on this kiosk shows what we hold. One tap stops a use; one tap leaves and erases."
          />
        </li>
        <li>
          <Trans id="about.rights.no" message="Saying no costs nothing: the kiosk serves you just as well." />
        </li>
        <li>
          <Trans
            id="about.rights.authority"
            message="You may complain to a data protection authority. In France: CNIL, 3 place de Fontenoy, 75007 Paris, cnil.fr."
          />
        </li>
      </Part>
      <section className="about-part">
        <h2>
          <Trans id="about.who" message="Who answers" />
        </h2>
        <WhoAnswers controller={facts.controller} />
      </section>
    </div>
  );
}

function CameraPart() {
  return (
    <Part title={<Trans id="about.camera" message="The camera" />}>
      <li>
        <Trans id="about.camera.off" message="It is off. It opens only after your yes, for one visit, and is for adults only." />
      </li>
      <li>
        <Trans
          id="about.camera.emotion"
          message="A program then estimates from your face and your touches whether something bothers you. European law calls this emotion recognition."
        />
      </li>
      <li>
        <Trans id="about.camera.amber" message="An amber mark shows exactly while it is on. One tap stops it." />
      </li>
      <li>
        <Trans id="about.camera.nothing" message="No picture is kept or sent anywhere. It does not know who anybody is." />
      </li>
      <li>
        <Trans id="about.camera.sooner" message="With other signs, it can make us propose a person sooner. Nothing else." />
      </li>
      <li>
        <Trans id="about.camera.wrong" message="It is often wrong: about one resting face in five looks cross to it." />
      </li>
      <li>
        <Trans id="about.camera.team" message="It closes before an employee comes, and never reads anybody beside you." />
      </li>
    </Part>
  );
}

function NoCameraPart() {
  return (
    <Part title={<Trans id="about.camera" message="The camera" />}>
      <li>
        <Trans id="about.camera.none" message="This store does not use one here. No face is read." />
      </li>
    </Part>
  );
}
