import { readHead, writeHead } from '../noted-head.ts';
import { ConsentService } from '../services/consent.ts';
import { ConsentHead } from '../services/consent-head.ts';
import { finishErasures } from '../services/finish-erasures.ts';
import { readErasedKeys } from '../store/erased-keys.ts';
import type { Ground } from './ground.ts';

/** What customers agreed to. An erasure that was cut off is finished before anybody can read what it was to take. */
export function makeConsent({ context, folder, secrets }: Ground) {
  const consents = new ConsentService(context);
  finishErasures(context, consents, readErasedKeys(folder) ?? []);
  const consentHead = new ConsentHead(context, secrets, readHead(folder, 'consent'), (head) =>
    writeHead(folder, 'consent', head),
  );
  return { consents, consentHead };
}

export type Consent = ReturnType<typeof makeConsent>;
