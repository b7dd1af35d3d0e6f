import { useLingui } from '@lingui/react';
import type { StoreWords } from '../../shared/contract/index.ts';
import { languageFor, wordsIn } from '../../shared/words-in.ts';
import { spoken } from './setup.ts';

/** Words of the store: in the page's language where the store has them, otherwise in another, marked as being in it. */
export function StoreText({ words }: { readonly words: StoreWords }) {
  // A change of language is a change of the words.
  useLingui();
  const page = spoken();
  const language = languageFor(words, page);
  const text = wordsIn(words, page);
  return language === page ? text : <span lang={language}>{text}</span>;
}
