import * as v from 'valibot';
import { ProductView } from './kiosk.ts';
import { ImportReport } from './manager.ts';
import { route, upload } from './route.ts';
import { languageEntries, StoreWords } from './store-words.ts';
import { EpochMsValue, Id, Language, LocalDate, LocalTime, OptionalText, Text } from './values.ts';

const done = v.strictObject({ ok: v.literal(true) });
const nothing = v.strictObject({});

/** Questions a store can write answers to. */
export const mostIntents = 300;
/** Ways of asking one question, in one language. */
export const mostExamples = 30;

const Examples = v.pipe(v.array(Text(200)), v.maxLength(mostExamples));

/** A question shoppers ask, in the ways they ask it, with the store's answer. */
export const Intent = v.strictObject({
  id: Id,
  question: StoreWords,
  examples: v.strictObject(languageEntries(Examples)),
  answer: v.strictObject(languageEntries(Text(600))),
  /** Who helps if the answer does not: a skill of the rota, or null for anybody. */
  skill: v.nullable(Id),
  /** Shown before anything is typed. */
  common: v.boolean(),
  active: v.boolean(),
});
export type Intent = v.InferOutput<typeof Intent>;

/** An intent with the store's day on which its words were last changed. */
export const WrittenIntent = v.strictObject({ ...Intent.entries, writtenOn: LocalDate });
export type WrittenIntent = v.InferOutput<typeof WrittenIntent>;

export const IntentList = v.pipe(
  v.array(WrittenIntent),
  v.maxLength(mostIntents),
  v.check((list) => new Set(list.map(({ id }) => id)).size === list.length, 'an identifier stands there twice'),
);

/** What the store's own data answers, without anybody having written it. */
export const ProductFact = v.picklist(['place', 'price', 'stock']);
export type ProductFact = v.InferOutput<typeof ProductFact>;

const Day = v.strictObject({ date: LocalDate, hours: v.nullable(v.strictObject({ opens: LocalTime, closes: LocalTime })) });

/** An answer and where it comes from. */
export const AskAnswer = v.variant('kind', [
  v.strictObject({
    kind: v.literal('written'),
    id: Id,
    question: StoreWords,
    answer: v.strictObject(languageEntries(v.string())),
    writtenOn: LocalDate,
    /** The words are the store's own machine's; the facts are the written answer's. */
    rephrased: v.boolean(),
  }),
  /** Opening hours as the store has set them. `asked`: the day that was asked for; null: no day, so the whole week. */
  v.strictObject({ kind: v.literal('hours'), asked: v.nullable(LocalDate), today: LocalDate, week: v.array(Day) }),
  v.strictObject({ kind: v.literal('products'), about: ProductFact, products: v.array(ProductView) }),
]);
export type AskAnswer = v.InferOutput<typeof AskAnswer>;

/** `answered`: sure enough; `which`: one of these few, perhaps; `unknown`: said plainly; `person`: the words ask for one, or should. */
export const AskOutcome = v.picklist(['answered', 'which', 'unknown', 'person']);
export type AskOutcome = v.InferOutput<typeof AskOutcome>;

const Choice = v.strictObject({ id: Id, question: StoreWords });

export const AskReply = v.strictObject({
  outcome: AskOutcome,
  answer: v.nullable(AskAnswer),
  /** Up to three questions that may have been meant. */
  which: v.array(Choice),
  /** A person was called or is being proposed. */
  person: v.boolean(),
});
export type AskReply = v.InferOutput<typeof AskReply>;

const Version = v.strictObject({
  version: v.number(),
  intents: v.array(WrittenIntent),
  changed: v.nullable(v.strictObject({ by: v.string(), at: EpochMsValue })),
});
export type AskVersion = v.InferOutput<typeof Version>;

/** Why a question would be answered as it would. */
export const AskTrial = v.strictObject({
  outcome: AskOutcome,
  /** Sense of the words that brings a person; null for none. */
  sense: v.nullable(v.string()),
  answer: v.nullable(AskAnswer),
  candidates: v.array(
    v.strictObject({
      id: Id,
      question: v.nullable(StoreWords),
      /** How probable it is that this is what was meant. */
      probability: v.number(),
      /** Words that the question shares with it. */
      shared: v.array(v.string()),
    }),
  ),
  /** Words that nothing here knows. */
  unknown: v.array(v.string()),
  /** Slips of the finger, and what was read instead. */
  corrected: v.array(v.strictObject({ typed: v.string(), read: v.string() })),
  answerFrom: v.number(),
  askFrom: v.number(),
});
export type AskTrial = v.InferOutput<typeof AskTrial>;

export const askRoutes = {
  'kiosk/ask': route('kiosk', v.strictObject({ question: Text(300) }), AskReply),
  /** One of the questions that were shown was meant. */
  'kiosk/ask-choose': route('kiosk', v.strictObject({ id: Id }), AskReply),
  /** "Was this your answer?" No is a question without an answer. */
  'kiosk/ask-verdict': route('kiosk', v.strictObject({ helped: v.boolean() }), done),
  /** The questions to show before anything is typed. */
  'kiosk/common-questions': route('kiosk', nothing, v.strictObject({ questions: v.array(Choice) })),

  'manager/ask': route(
    'manager',
    nothing,
    v.strictObject({
      /** What shoppers are answered with; version 0 before anything was published. */
      current: Version,
      /** What the manager is working on. */
      draft: Version,
      /** Newest first. */
      history: v.array(Version),
      skills: v.array(v.strictObject({ id: Id, name: v.string() })),
      /** Re-phrasing: the address comes from the configuration; null when there is none. */
      rephrase: v.strictObject({ address: v.nullable(v.string()), on: v.boolean() }),
    }),
  ),
  /** Into the draft; shoppers see it once it is published. */
  'manager/ask-save': route('manager', Intent, done),
  'manager/ask-delete': route('manager', v.strictObject({ id: Id }), done),
  /** Makes the draft a version. `from` is the version the page showed. */
  'manager/ask-publish': route('manager', v.strictObject({ from: v.number() }), done),
  /** Makes the draft what a version was; publishing it again rolls back. */
  'manager/ask-restore': route('manager', v.strictObject({ version: v.number() }), done),
  /** What the kiosk would answer, with the draft or what is published. Nothing of it is kept. */
  'manager/ask-try': route(
    'manager',
    v.strictObject({ question: OptionalText(300), language: Language, draft: v.boolean() }),
    AskTrial,
  ),
  'manager/ask-export': route(
    'manager',
    v.strictObject({ format: v.picklist(['csv', 'json']) }),
    v.strictObject({ name: v.string(), text: v.string() }),
  ),
  /** Replaces the draft by a file, whole or not at all. */
  'manager/import-questions': upload('manager', v.instance(Uint8Array<ArrayBufferLike>), ImportReport),
  'manager/ask-rephrase': route('manager', v.strictObject({ on: v.boolean() }), done),
};
