import { randomInt } from 'node:crypto';
import { AskService } from '../services/ask/ask.ts';
import { Intents } from '../services/ask/intents.ts';
import { Rephraser } from '../services/ask/rephrase.ts';
import { Cards } from '../services/cards.ts';
import type { ConsentService } from '../services/consent.ts';
import { Feedback } from '../services/feedback.ts';
import type { KioskService } from '../services/kiosk.ts';
import { MatterDesk } from '../services/matter-desk.ts';
import { Matters } from '../services/matters.ts';
import { Notes } from '../services/notes.ts';
import { PictureProof } from '../services/picture-proof.ts';
import { Printing } from '../services/printing.ts';
import { Together } from '../services/together.ts';
import type { Ground } from './ground.ts';

interface Needs {
  readonly consents: ConsentService;
  readonly kiosk: KioskService;
}

/** What shoppers do at the screen on top of their visit: ask, print, write, open an account with a card. */
export function makeScreen({ clock, config, context, hours, report, secrets, today }: Ground, { consents, kiosk }: Needs) {
  const intents = new Intents(context, today);
  const rephraser = new Rephraser(context, config.rephrase ?? null);
  const proof = new PictureProof(clock, kiosk);
  const printing = new Printing({ context, consents, hours, kiosk, proof });
  kiosk.whenSomebodyElse(() => printing.forget());
  return {
    ask: new AskService(context, { kiosk, hours, intents, rephraser }),
    intents,
    rephraser,
    cards: new Cards(context, { consents, kiosk, randomInt }),
    proof,
    printing,
    notes: new Notes(context, kiosk),
    matters: new Matters(context, { hours, kiosk, secrets, randomInt }),
    matterDesk: new MatterDesk(context, hours),
    feedback: new Feedback(context, hours),
    together: new Together(context, kiosk, report),
  };
}

export type Screen = ReturnType<typeof makeScreen>;
