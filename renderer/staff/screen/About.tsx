import { Trans } from '@lingui/react';
import { Button } from '../../ui/Button.tsx';

/** What employees are told about the machine they work with, in the size of everything else. */
export function About({ onClose }: { readonly onClose: () => void }) {
  return (
    <main className="phone about">
      <h1>
        <Trans id="staff.about.title" message="What this system does and does not do" />
      </h1>
      <section>
        <h2>
          <Trans id="staff.about.does" message="It does" />
        </h2>
        <ul>
          <li>
            <Trans
              id="staff.about.does.call"
              message="It calls you when a shopper asks for a person, complains, or does not get further at the kiosk."
            />
          </li>
          <li>
            <Trans id="staff.about.does.tried" message="It shows what the shopper tried, so that they need not tell it twice." />
          </li>
          <li>
            <Trans id="staff.about.does.name" message="It gives a first name only when the customer allowed it." />
          </li>
          <li>
            <Trans
              id="staff.about.does.camera"
              message="If the shopper agrees, the kiosk’s camera helps it notice that a person would be better. The camera goes off when you claim the call."
            />
          </li>
          <li>
            <Trans
              id="staff.about.does.suggests"
              message="For a customer who agreed to it, it tells you what they often buy and has up to three ideas: how to begin, what to check, a gesture. Each says why. You may ignore them all."
            />
          </li>
          <li>
            <Trans
              id="staff.about.does.log"
              message="It keeps a log that cannot be altered unseen: who logged in, claimed a call, made a gesture or changed a setting, when, and on which device. Managers are in it like everyone. It is there to clear up misuse, and goes after a year. Ask your manager to show you what it says about you."
            />
          </li>
          <li>
            <Trans
              id="staff.about.does.books"
              message="It keeps the gestures you make, with your name, as the store’s bookkeeping. They are listed by day, never by person."
            />
          </li>
          <li>
            <Trans
              id="staff.about.does.keeps"
              message="It keeps who claimed a call and when, so that no shopper is forgotten and the shop knows how long people wait."
            />
          </li>
        </ul>
      </section>
      <section>
        <h2>
          <Trans id="staff.about.not" message="It does not" />
        </h2>
        <ul>
          <li>
            <Trans
              id="staff.about.not.staff"
              message="It does not watch, film, rate or rank you. There is no score about anybody who works here."
            />
          </li>
          <li>
            <Trans
              id="staff.about.not.emotion"
              message="It shows you no emotion of the shopper. How they are, you see better yourself."
            />
          </li>
          <li>
            <Trans
              id="staff.about.not.decide"
              message="It does not decide for you. Take a call, hand it back, find your own solution: that is your judgement."
            />
          </li>
          <li>
            <Trans
              id="staff.about.not.cloud"
              message="It sends nothing out of the shop by itself. Two things can, and only if somebody switches them on: waking this phone through the push service of its browser, and a message service your manager chose. They carry the place and the reason of a call, never a name."
            />
          </li>
        </ul>
      </section>
      <p>
        <Trans
          id="staff.about.mistakes"
          message="It can be wrong. When a call was not really needed, say so as you resolve it: the kiosk then calls less often without cause."
        />
      </p>
      <Button look="primary" className="thumb" onPress={onClose}>
        <Trans id="staff.back" message="Back" />
      </Button>
    </main>
  );
}
