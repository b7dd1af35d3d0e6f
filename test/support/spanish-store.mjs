// Runs in a copy of the project to which Spanish was added (another-language.ts): a store with few words in it, as shoppers meet it.

import { join } from 'node:path';
import { openDatabase } from '../../electron/store/database.ts';
import { openStore } from '../../electron/store/index.ts';
import { languageFor, wordsIn } from '../../shared/words-in.ts';

import { TestStation } from './station.ts';

const bytes = (text) => new TextEncoder().encode(text);
const house = await TestStation.start();
const kiosk = house.visitor();
const manager = house.visitor();
await manager.call('auth/manager-login', { password: 'demo-manager' });
await kiosk.call('kiosk/touch', { language: 'es' });

const head = 'id,name_fr,name_en,category,aisle,stock,price';
await manager.call(
  'manager/import-products',
  bytes(`${head},name_es\nchufa,Souchet,Tiger nuts,grocery,4,9,3.10,Chufas de Valencia\n`),
);
// A file of before knows no Spanish: the name stays.
await manager.call('manager/import-products', bytes(`${head}\nchufa,Souchet,Tiger nuts,grocery,4,8,3.10\n`));
const found = await kiosk.call('kiosk/search', { query: 'chufas', category: null });
const plain = (await kiosk.call('kiosk/search', { query: 'baguette', category: null })).products[0];

const offers = await manager.call('manager/offers', {});
const offer = { ...offers.items[0].value, title: { ...offers.items[0].value.title, es: 'Oferta' } };
await manager.call('manager/offer-save', offer);

const question = { fr: 'Peut-on jouer du piano ?', en: 'May I play the piano?', es: '¿Puedo tocar el piano?' };
const answer = { fr: 'Oui.', en: 'Yes.', es: 'Sí, el piano es de todos.' };
const examples = { fr: [], en: [], es: ['¿El piano está libre?'] };
await manager.call('manager/ask-save', { id: 'piano', question, answer, examples, skill: null, common: false, active: true });
const csv = (await manager.call('manager/ask-export', { format: 'csv' })).text;
const again = await manager.call('manager/import-questions', bytes(csv));
await manager.call('manager/ask-publish', { from: (await manager.call('manager/ask', {})).current.version });
const reply = await kiosk.call('kiosk/ask', { question: '¿puedo tocar el piano?' });

const asked = async () => {
  const words = (await kiosk.look('kiosk')).texts.camera;
  return { version: words.version, language: languageFor(words, 'es'), text: wordsIn(words, 'es') };
};
const answered = (shown) =>
  kiosk.call('kiosk/consent', { purpose: 'camera', decision: 'refused', shown }).then(
    () => 'taken',
    ({ body }) => body.code,
  );
const shown = await asked();
const pretended = await answered({ ...shown, language: 'es' });
const honest = await answered(shown);
const { version: _, ...english } = (await kiosk.look('kiosk')).texts.camera;
await manager.call('manager/consent-text-publish', { purpose: 'camera', ...english, es: english.en, asksAgain: false });
const later = await asked();
const { visit } = await kiosk.look('kiosk');

await house.halt();
const db = openDatabase(join(house.folder, 'store.db'));
const store = openStore(db);
const kept = {
  product: store.products.get('chufa').name.es,
  offer: store.offers.list().find(({ value }) => value.id === offer.id).value.title.es,
  answer: store.consents.of(visit.id).at(-1).shown.language,
};
db.close();
await house.remove();

process.stdout.write(
  JSON.stringify({
    found: found.products.map(({ name }) => wordsIn(name, 'es')),
    plain: [wordsIn(plain.name, 'es') === plain.name.en, languageFor(plain.name, 'es')],
    questions: again.errors.length,
    reply: reply.answer?.answer?.es ?? reply.outcome,
    consent: { first: shown.language, pretended, honest, later: later.language },
    kept,
  }),
);
