import * as v from 'valibot';
import { noteLength } from './lengths.ts';
import { Id, LocalDate, Text } from './values.ts';

/** Diets a shopper can state. Some tell of health or belief: only the shopper says it, under a consent of its own. */
export const diets = [
  'vegetarian',
  'vegan',
  'without-pork',
  'without-alcohol',
  'without-gluten',
  'without-lactose',
  'without-nuts',
] as const;
export const Diet = v.picklist(diets);
export type Diet = v.InferOutput<typeof Diet>;

export const PreferenceKind = v.picklist(['note', 'size', 'shelves', 'diet']);
export type PreferenceKind = v.InferOutput<typeof PreferenceKind>;

export const mostShelves = 3;
export const sizeLength = 40;

const note = { kind: v.literal('note'), text: Text(noteLength) };
const size = { kind: v.literal('size'), text: Text(sizeLength) };
const shelves = {
  kind: v.literal('shelves'),
  shelves: v.pipe(v.array(Id), v.minLength(1), v.maxLength(mostShelves)),
};
const diet = { kind: v.literal('diet'), diets: v.pipe(v.array(Diet), v.minLength(1), v.maxLength(diets.length)) };

/** One habit in the shopper's own choice: "two sugars". At most one of each kind. */
export const PreferenceDraft = v.variant('kind', [
  v.strictObject(note),
  v.strictObject(size),
  v.strictObject(shelves),
  v.strictObject(diet),
]);
export type PreferenceDraft = v.InferOutput<typeof PreferenceDraft>;

const origin = {
  /** The employee who proposed it; null when the shopper entered it. */
  proposedBy: v.nullable(v.string()),
  on: LocalDate,
};

/** A habit as it is kept: with where it is from, and since when. */
export const Preference = v.variant('kind', [
  v.strictObject({ ...note, ...origin }),
  v.strictObject({ ...size, ...origin }),
  v.strictObject({ ...shelves, ...origin }),
  v.strictObject({ ...diet, ...origin }),
]);
export type Preference = v.InferOutput<typeof Preference>;
