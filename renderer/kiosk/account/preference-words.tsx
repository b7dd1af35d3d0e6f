import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { Language, PreferenceDraft, PreferenceKind, StoreWords } from '../../../shared/contract/index.ts';
import { wordsIn } from '../../../shared/words-in.ts';
import { dietWords } from './diet-words.ts';

/** What each kind is called, and exactly what it is used for. */
export const kindWords: Readonly<
  Record<PreferenceKind, { name: { id: string; message: string }; use: { id: string; message: string } }>
> = {
  note: {
    name: /*i18n*/ { id: 'preference.note', message: 'A habit, such as “two sugars”' },
    use: /*i18n*/ {
      id: 'preference.note.use',
      message: 'The person you call sees it, if you agreed to the use of purchases. Please write nothing about health.',
    },
  },
  size: {
    name: /*i18n*/ { id: 'preference.size', message: 'Sizes' },
    use: /*i18n*/ {
      id: 'preference.size.use',
      message: 'The person you call sees them, if you agreed to the use of purchases.',
    },
  },
  shelves: {
    name: /*i18n*/ { id: 'preference.shelves', message: 'Favourite shelves' },
    use: /*i18n*/ { id: 'preference.shelves.use', message: 'Offers and suggestions from them come first. Prices stay the same.' },
  },
  diet: {
    name: /*i18n*/ { id: 'preference.diet', message: 'Diet' },
    use: /*i18n*/ {
      id: 'preference.diet.use',
      message: 'The person you call sees it. The kiosk does not sort products by it: always read the label.',
    },
  },
};

type Shelves = readonly { readonly id: string; readonly name: StoreWords }[];

/** A preference in words. */
export function PreferenceWords(props: {
  readonly preference: PreferenceDraft;
  readonly shelves: Shelves;
  readonly language: Language;
}): ReactNode {
  const { i18n } = useLingui();
  const { preference, shelves, language } = props;
  if (preference.kind === 'diet') return preference.diets.map((diet) => i18n._(dietWords[diet])).join(' · ');
  if (preference.kind === 'shelves') {
    const nameOf = new Map(shelves.map(({ id, name }) => [id, wordsIn(name, language)]));
    return preference.shelves.map((id) => nameOf.get(id) ?? id).join(' · ');
  }
  return preference.text;
}
