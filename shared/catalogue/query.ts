/** Words that carry no meaning in a search of a shop, French and English, without accents. */
const stopWords: ReadonlySet<string> = new Set(
  (
    'a ai au aux avec c ce ces cet cette comment d dans de des du elle en est et il ils j je l la le les leur ma me mes moi mon n ne nos notre ' +
    'nous on ou par pas pour qu que quel quelle quelles quels qui s sa se ses si sont sur t ta te tes ton tu un une vos votre vous y ' +
    'trouve trouver cherche chercher voudrais veux aimerais besoin avez auriez vendez acheter combien coute coutent prix rayon allee svp stp bonjour merci'
  ).split(' '),
);
const englishStopWords: ReadonlySet<string> = new Set(
  (
    'an and any are as at be by can could do does for from get have has how i in is it my of or please some that the there this to ' +
    'want we what when where which with would you your find looking sell buy much cost costs price aisle hello need'
  ).split(' '),
);

/** "Thé noir" and, without its accent, "the noir" ask for tea: only among other English words is it the article. */
function carriesMeaning({ typed, word }: { typed: string; word: string }, words: readonly { word: string }[]): boolean {
  if (word === 'the') return typed !== word || !words.some((other) => other.word !== word && englishStopWords.has(other.word));
  return !stopWords.has(word) && !englishStopWords.has(word);
}

/** More words than this are a story, not a search. */
const mostTerms = 8;
const longestTerm = 40;

/** A word as it is compared: no accents, ligatures opened. */
const plain = (typed: string): string =>
  [...typed.replaceAll('œ', 'oe').replaceAll('æ', 'ae').normalize('NFD').replace(/\p{M}/gu, '')].slice(0, longestTerm).join('');

/** Words of a query: lower case, no accents, ligatures opened, stop words dropped unless nothing else is left. */
export function terms(query: string): string[] {
  const words = query
    .toLowerCase()
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map((typed) => ({ typed, word: plain(typed) }))
    .filter(({ word }) => word !== '');
  const meaning = words.filter((word) => carriesMeaning(word, words));
  return [...new Set((meaning.length > 0 ? meaning : words).map(({ word }) => word))].slice(0, mostTerms);
}

/** Singular of a French or English word, roughly: enough to bring "tomatoes", "gâteaux" and "journaux" to their product. */
export function singular(word: string): string {
  if (word.length < 4) return word;
  if (word.endsWith('eaux')) return word.slice(0, -1);
  if (word.endsWith('aux')) return `${word.slice(0, -3)}al`;
  if (word.endsWith('eux')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:oes|sses|shes|ches|xes)$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('ss') || word.endsWith('us')) return word;
  return word.endsWith('s') || word.endsWith('x') ? word.slice(0, -1) : word;
}

/** The forms under which a word may stand in the index, which keeps the catalogue's own spelling. */
export function forms(word: string): string[] {
  const one = singular(word);
  const all = [word, one, `${one}s`];
  if (word.length > 1 && word.endsWith('s')) all.push(word.slice(0, -1));
  if (one.endsWith('eau') || one.endsWith('eu')) all.push(`${one}x`);
  if (one.endsWith('al')) all.push(`${one.slice(0, -2)}aux`);
  if (one.endsWith('y')) all.push(`${one.slice(0, -1)}ies`);
  if (/(?:o|s|sh|ch|x)$/.test(one)) all.push(`${one}es`);
  // The tokenizer strips accents but keeps ligatures: "bœuf" is indexed as it is written.
  return [...new Set(all.flatMap((form) => (form.includes('oe') ? [form, form.replaceAll('oe', 'œ')] : [form])))];
}

const quoted = (term: string): string => `"${term}"`;

/**
 * An FTS5 MATCH expression for what a shopper typed, or null when there is nothing to look for. Only letters and digits inside double
 * quotes reach SQLite, so no input is an operator or a syntax error. The last word also matches as a beginning: it may still be typed.
 * For tables with `tokenize = "unicode61 remove_diacritics 2"`.
 * @param join `AND` to find products (every word must be there), `OR` to find questions (ranked by how much fits).
 */
export function matchExpression(query: string, join: 'AND' | 'OR' = 'AND'): string | null {
  const words = terms(query);
  if (words.length === 0) return null;
  return words
    .map((word, index) => {
      const options = forms(word).map(quoted);
      if (index === words.length - 1) options.push(`${quoted(singular(word))}*`);
      return `(${options.join(' OR ')})`;
    })
    .join(` ${join} `);
}

/** The same text for queries that mean the same search: order, accents and plurals do not count. Empty when nothing is asked. */
export const queryKey = (query: string): string => terms(query).map(singular).sort().join(' ');
