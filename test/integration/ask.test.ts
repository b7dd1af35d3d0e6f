import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Intent } from '../../shared/contract/index.ts';
import { TestStation, type Visitor } from '../support/station.ts';

let house: TestStation;
let kiosk: Visitor;
let manager: Visitor;

beforeEach(async () => {
  house = await TestStation.start();
  kiosk = house.visitor();
  manager = house.visitor();
  await manager.call('auth/manager-login', { password: 'demo-manager' });
  await kiosk.call('kiosk/touch', { language: 'fr' });
});
afterEach(() => house.remove());

const ask = (question: string) => kiosk.call('kiosk/ask', { question });
const everythingOnDisk = () =>
  readdirSync(house.folder)
    .map((name) => readFileSync(join(house.folder, name), 'latin1'))
    .join('\n');

const intent = (more: Partial<Intent> = {}): Intent => ({
  id: 'piano',
  question: { fr: 'Peut-on jouer du piano ?', en: 'May I play the piano?' },
  examples: { fr: ['Le piano est-il libre ?'], en: ['Is the piano free?'] },
  answer: { fr: 'Oui, le piano de l’entrée est à tous.', en: 'Yes, the piano at the entrance is for everybody.' },
  skill: null,
  common: false,
  active: true,
  ...more,
});

describe('a question at the kiosk', () => {
  test('is answered with the store’s own words and when they were written', async () => {
    expect(await ask('je peux venir avec mon chien ?')).toMatchObject({
      outcome: 'answered',
      answer: { kind: 'written', id: 'dogs', rephrased: false, writtenOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    });
  });

  test('about opening hours is answered from the store’s settings, as they are at that moment', async () => {
    const sunday = await ask('vous ouvrez à quelle heure dimanche');
    expect(sunday).toMatchObject({ outcome: 'answered', answer: { kind: 'hours' } });
    if (sunday.answer?.kind !== 'hours') throw new Error('no hours');
    const { asked, week } = sunday.answer;
    expect(new Date(`${asked}T12:00:00Z`).getUTCDay()).toBe(0);
    expect(week.find(({ date }) => date === asked)?.hours).toBeNull();
    const store = await manager.call('manager/store', {});
    await manager.call('manager/store-save', { ...store, week: store.week.map(() => ({ opens: '10:00', closes: '12:00' })) });
    const after = await ask('vous ouvrez à quelle heure le dimanche ?');
    if (after.answer?.kind !== 'hours') throw new Error('no hours');
    expect(after.answer.week.find(({ date }) => date === asked)?.hours).toEqual({ opens: '10:00', closes: '12:00' });
  });

  test('about a day that does not follow the week is answered with that day’s own hours', async () => {
    const before = await ask('vous êtes ouverts demain ?');
    if (before.answer?.kind !== 'hours') throw new Error('no hours');
    const date = before.answer.asked as string;
    await manager.call('manager/special-days-save', { days: [{ date, hours: null }] });
    const closed = await ask('vous êtes ouverts demain ?');
    if (closed.answer?.kind !== 'hours') throw new Error('no hours');
    expect(closed.answer.week.find((day) => day.date === date)?.hours).toBeNull();
  });

  test.each([
    ['où sont les piles', 'place', 'batteries'],
    ['how much is the olive oil', 'price', 'olive-oil'],
    ['il reste du sirop de menthe ?', 'stock', 'syrup'],
  ])('about a product is answered from the catalogue: "%s"', async (question, about, id) => {
    const { outcome, answer } = await ask(question);
    expect(outcome).toBe('answered');
    if (answer?.kind !== 'products') throw new Error('no products');
    expect(answer.about).toBe(about);
    expect(answer.products[0]).toMatchObject({ id });
  });

  test('nobody wrote an answer to is not guessed at', async () => {
    expect(await ask('réparez-vous les montres anciennes ?')).toEqual({
      outcome: 'unknown',
      answer: null,
      which: [],
      person: false,
    });
  });

  test('that asks for a person gets one, and no answer', async () => {
    expect(await ask('mon fils a avalé une pile')).toMatchObject({ outcome: 'person', answer: null, person: true });
    expect((await kiosk.look('kiosk')).visit?.call).toMatchObject({ reason: 'asked' });
  });

  test('about health proposes a person', async () => {
    expect(await ask('produits dangereux pour le chat ?')).toMatchObject({ outcome: 'person', answer: null, person: true });
    expect((await kiosk.look('kiosk')).visit).toMatchObject({ call: null, proposal: { because: [{ code: 'health' }] } });
  });

  test('between two thresholds is asked back, and what is chosen is answered', async () => {
    const asked = await ask('carte');
    expect(asked).toMatchObject({ outcome: 'which', answer: null });
    expect(asked.which.length).toBeGreaterThan(0);
    expect(asked.which.length).toBeLessThanOrEqual(3);
    const [first] = asked.which;
    expect(await kiosk.call('kiosk/ask-choose', { id: first?.id ?? '' })).toMatchObject({
      outcome: 'answered',
      answer: { id: first?.id },
    });
  });

  test('often asked is answered by a touch', async () => {
    const { questions } = await kiosk.call('kiosk/common-questions', {});
    expect(questions.length).toBe(5);
    expect(await kiosk.call('kiosk/ask-choose', { id: 'parking' })).toMatchObject({ answer: { kind: 'written', id: 'parking' } });
    await expect(kiosk.call('kiosk/ask-choose', { id: 'nothing-like-it' })).rejects.toMatchObject({ status: 404 });
  });

  test('whose answer was none three times brings a person', async () => {
    for (const question of ['je peux venir avec mon chien ?', 'où est le parking ?', 'wifi gratuit ?']) {
      expect(await ask(question)).toMatchObject({ outcome: 'answered' });
      await kiosk.call('kiosk/ask-verdict', { helped: false });
      house.clock.advance(1_000);
    }
    expect((await kiosk.look('kiosk')).visit?.proposal).not.toBeNull();
  });

  test('leaves nothing of it on the disk', async () => {
    for (const question of ['où est la xylothèque bleue ?', 'je peux venir avec mon zébulonchien ?', 'carte mirabelleuse']) {
      await ask(question);
      await kiosk.call('kiosk/ask-verdict', { helped: false });
    }
    await manager.call('manager/ask-try', { question: 'une farfadine ?', language: 'fr', draft: false });
    await kiosk.call('kiosk/end', {});
    await house.halt();
    expect(everythingOnDisk()).not.toMatch(/xyloth|zébulon|z\u00c3\u00a9bulon|mirabelleuse|farfadine/);
  });

  test('teaches the kiosk nothing: the same question gets the same answer, however often it was asked', async () => {
    const trial = () => manager.call('manager/ask-try', { question: 'où garer mon auto', language: 'fr', draft: false });
    const before = await trial();
    for (let i = 0; i < 20; i += 1) await ask('le parking des tortues est une fleur');
    expect(await trial()).toEqual(before);
  });
});

describe('the manager’s answers', () => {
  test('are a draft until they are published, and can be rolled back', async () => {
    await manager.call('manager/ask-save', intent());
    expect(await ask('le piano est libre ?')).toMatchObject({ outcome: 'unknown' });
    expect(
      await manager.call('manager/ask-try', { question: 'le piano est libre ?', language: 'fr', draft: true }),
    ).toMatchObject({
      outcome: 'answered',
      answer: { id: 'piano' },
    });
    const { current } = await manager.call('manager/ask', {});
    await manager.call('manager/ask-publish', { from: current.version });
    await expect(manager.call('manager/ask-publish', { from: current.version })).rejects.toMatchObject({ status: 409 });
    expect(await ask('le piano est libre ?')).toMatchObject({ outcome: 'answered', answer: { id: 'piano' } });
    await manager.call('manager/ask-restore', { version: current.version });
    await manager.call('manager/ask-publish', { from: current.version + 1 });
    expect(await ask('le piano est libre ?')).toMatchObject({ outcome: 'unknown' });
    expect((await manager.call('manager/ask', {})).history.map(({ version }) => version)).toEqual([3, 2, 1]);
  });

  test('keep the day they were written on until their words change', async () => {
    const { draft } = await manager.call('manager/ask', {});
    const { writtenOn, ...dogs } = draft.intents.find(({ id }) => id === 'dogs') ?? draft.intents[0]!;
    house.clock.advance(3 * 24 * 3600 * 1000);
    await manager.call('auth/manager-login', { password: 'demo-manager' });
    await manager.call('manager/ask-save', dogs);
    const day = async () => (await manager.call('manager/ask', {})).draft.intents.find(({ id }) => id === 'dogs')?.writtenOn;
    expect(await day()).toBe(writtenOn);
    await manager.call('manager/ask-save', { ...dogs, answer: { ...dogs.answer, fr: 'Non, sauf les chiens guides.' } });
    expect(await day()).not.toBe(writtenOn);
  });

  test.each(['csv', 'json'] as const)('go out and come back as %s unchanged', async (format) => {
    const before = (await manager.call('manager/ask', {})).draft.intents;
    const { text } = await manager.call('manager/ask-export', { format });
    await manager.call('manager/ask-delete', { id: 'dogs' });
    const report = await manager.call('manager/import-questions', new TextEncoder().encode(text));
    expect(report).toMatchObject({ imported: before.length, refused: 0, errors: [] });
    expect((await manager.call('manager/ask', {})).draft.intents).toEqual(before);
  });

  test('come in whole or not at all, and every bad row is named', async () => {
    const before = (await manager.call('manager/ask', {})).draft.intents;
    const header = 'id,active,common,skill,question_fr,question_en,answer_fr,answer_en,examples_fr,examples_en';
    const file = [
      header,
      'a,yes,no,,Une question ?,A question?,Oui.,Yes.,Un exemple,An example',
      'a,yes,no,,Une autre ?,Another?,Oui.,Yes.,,',
      'b b,yes,no,,Une question ?,A question?,Oui.,Yes.,,',
      'c,perhaps,no,,Une question ?,A question?,Oui.,Yes.,,',
      'd,yes,no,plumbing,Une question ?,A question?,Oui.,Yes.,,',
      'e,yes,no,,,A question?,Oui.,Yes.,,',
    ].join('\n');
    const report = await manager.call('manager/import-questions', new TextEncoder().encode(file));
    expect(report).toMatchObject({ rows: 6, imported: 0 });
    expect(report.errors.map(({ line, column }) => [line, column])).toEqual([
      [3, 'id'],
      [4, 'id'],
      [5, 'active'],
      [6, 'skill'],
      [7, 'question_fr'],
    ]);
    expect((await manager.call('manager/ask', {})).draft.intents).toEqual(before);
    const json = await manager.call('manager/import-questions', new TextEncoder().encode('[{"id":"x"}]'));
    expect(json).toMatchObject({ imported: 0, errors: [{ line: 1 }] });
  });
});
