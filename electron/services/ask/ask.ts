import { Answerer, type Candidate, productIndexes, type Verdict, writtenIndexes } from '../../../shared/ask/answerer.ts';
import { answerFrom, askFrom } from '../../../shared/ask/fitted.ts';
import type { AskReply, AskTrial, Language } from '../../../shared/contract/index.ts';
import { CallerError } from '../../../shared/errors.ts';
import { elapsed, type MonoMs, minutes } from '../../../shared/units.ts';
import { wordsIn } from '../../../shared/words-in.ts';
import { categoryName } from '../categories.ts';
import type { Context } from '../context.ts';
import type { KioskService } from '../kiosk.ts';
import type { StoreHours } from '../store-hours.ts';
import { todaysPrices } from '../todays-prices.ts';
import type { Intents } from './intents.ts';
import type { Rephraser } from './rephrase.ts';
import { answerOf, choices, type Sources } from './reply.ts';
import { stems } from './stems.ts';

/** New names in the catalogue are known after this long; prices and stock at once. */
const catalogueAge = minutes(1);

/** Answers shoppers' questions. Learns from none of them and keeps none: the last one is part of the visit, in memory. */
export class AskService {
  readonly #context: Context;
  readonly #kiosk: KioskService;
  readonly #hours: StoreHours;
  readonly #intents: Intents;
  readonly #rephraser: Rephraser;
  #catalogue: { readonly indexes: ReturnType<typeof productIndexes>; readonly at: MonoMs } | null = null;
  #published: { readonly version: number; readonly indexes: ReturnType<typeof writtenIndexes> } | null = null;

  constructor(
    context: Context,
    parts: {
      readonly kiosk: KioskService;
      readonly hours: StoreHours;
      readonly intents: Intents;
      readonly rephraser: Rephraser;
    },
  ) {
    this.#context = context;
    this.#kiosk = parts.kiosk;
    this.#hours = parts.hours;
    this.#intents = parts.intents;
    this.#rephraser = parts.rephraser;
  }

  /** The questions to show before anything is typed. */
  common(): AskReply['which'] {
    return this.#intents
      .current()
      .intents.filter(({ common, active }) => common && active)
      .slice(0, 5)
      .map(({ id, question }) => ({ id, question }));
  }

  async ask(question: string): Promise<AskReply> {
    const session = this.#kiosk.session();
    const verdict = this.#answerer().ask(question, this.#kiosk.visit().language);
    session.question = { text: question, candidates: verdict.candidates };
    session.asked(question, verdict.outcome === 'which' ? null : verdict.outcome === 'answered');
    const [first] = verdict.candidates;
    if (verdict.outcome === 'answered' && first !== undefined) return this.#answered(first, question);
    const which = verdict.outcome === 'which' ? choices(verdict.candidates, this.#sources()) : [];
    return { outcome: verdict.outcome, answer: null, which, person: this.#person() };
  }

  /** One of the questions that were shown was meant, or one of those that are often asked. */
  async choose(id: string): Promise<AskReply> {
    const session = this.#kiosk.session();
    const shown = session.question?.candidates.find((candidate) => candidate.id === id);
    if (shown !== undefined) {
      session.chosen();
      return this.#answered(shown, session.question?.text ?? '');
    }
    const intent = this.#intents.current().intents.find((one) => one.id === id && one.active);
    if (intent === undefined) throw new CallerError('no-such-question', 'there is no such question', 404);
    const { question } = intent;
    const candidate: Candidate = { kind: 'written', id, question, probability: 1, shared: [], features: [] };
    session.question = { text: wordsIn(question, this.#kiosk.visit().language), candidates: [candidate] };
    return this.#answered(candidate, session.question.text);
  }

  /** "Was this your answer?" */
  verdict(helped: boolean): void {
    const session = this.#kiosk.session();
    if (helped) session.helped();
    else session.notHelped();
    this.#context.changed('kiosk');
  }

  /** What the kiosk would answer, and why. Nothing of it is kept. */
  try(question: string, language: Language, draft: boolean): AskTrial {
    const { intents } = draft ? this.#intents.draft() : this.#intents.current();
    const answerer = draft ? new Answerer(writtenIndexes(intents, stems), this.#products()) : this.#answerer();
    const verdict: Verdict = answerer.ask(question, language);
    const sources = { ...this.#sources(), intents };
    const [first] = verdict.candidates;
    return {
      outcome: verdict.outcome,
      sense: verdict.sense,
      answer: verdict.outcome === 'answered' && first !== undefined ? answerOf(first, question, sources) : null,
      candidates: verdict.candidates.slice(0, 5).map(({ id, probability, shared, ...rest }) => ({
        id,
        probability,
        shared: [...shared],
        question: rest.kind === 'written' ? rest.question : null,
      })),
      unknown: [...verdict.unknown],
      corrected: [...verdict.corrected],
      answerFrom,
      askFrom,
    };
  }

  async #answered(candidate: Candidate, question: string): Promise<AskReply> {
    const language = this.#kiosk.visit().language;
    const plain = answerOf(candidate, question, this.#sources());
    if (plain === null) throw new CallerError('no-such-question', 'there is no answer to this any more', 404);
    this.#topic(candidate, plain.kind === 'products' ? plain.products[0]?.category : undefined);
    const answer = plain.kind === 'written' ? await this.#rephraser.rephrase(plain, language) : plain;
    return { outcome: 'answered', answer, which: [], person: this.#person() };
  }

  /** Who knows it best is told of a call first. */
  #topic(candidate: Candidate, category: string | undefined): void {
    const intent =
      candidate.kind === 'written' ? this.#intents.current().intents.find(({ id }) => id === candidate.id) : undefined;
    const skill = (this.#context.store.settings.read('skills') ?? []).find(({ id }) => id === intent?.skill);
    const topic = category ?? skill?.categories[0];
    if (topic !== undefined) this.#kiosk.session().topic = topic;
  }

  #person(): boolean {
    // The visit may have ended while a machine was looking for words.
    const { visit } = this.#kiosk.state;
    return visit !== null && (this.#kiosk.session().proposal !== null || visit.openCall !== null);
  }

  #sources(): Sources {
    const { store } = this.#context;
    return {
      store,
      hours: this.#hours,
      intents: this.#intents.current().intents,
      priced: todaysPrices(store, this.#hours.date(), this.#kiosk.state.visit),
    };
  }

  #answerer(): Answerer {
    const { version, intents } = this.#intents.current();
    if (this.#published?.version !== version) this.#published = { version, indexes: writtenIndexes(intents, stems) };
    return new Answerer(this.#published.indexes, this.#products());
  }

  #products(): ReturnType<typeof productIndexes> {
    const now = this.#context.clock.mono();
    if (this.#catalogue === null || elapsed(this.#catalogue.at, now) > catalogueAge) {
      const products = this.#context.store.products.list();
      const named = products.map(({ id, name, category }) => ({ id, name, categoryName: categoryName(category) }));
      this.#catalogue = { indexes: productIndexes(named, stems), at: now };
    }
    return this.#catalogue.indexes;
  }
}
