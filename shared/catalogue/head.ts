/** Where the head of a name ends: "Sardines à l’huile", "Sardines in oil", "Gala apples, per kilo", "Spiral notebook A5". */
const headEnds = /,|\(|\s\S*\d|\s(?:à|au|aux|de|des|du|en|pour|in|with|per|for|of)\s|\sd[’']/u;

/** The part of a product's name that says what it is. */
export const headOf = (name: string): string => name.split(headEnds, 1)[0] ?? name;

/** The word of it that does: the last in English ("butter croissants" are no butter), else the first, as in French. */
export const headWord = (words: readonly string[], language: string): string => words.at(language === 'en' ? -1 : 0) ?? '';
