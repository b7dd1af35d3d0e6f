import type { PrinterSettings } from '../../shared/contract/index.ts';

type Codepage = PrinterSettings['codepage'];

const isLatin1 = (character: string): boolean => (character.codePointAt(0) ?? 0) <= 0xff;
const windows = '€œŒ’‘“”–—…•ŠšŽžŸ';

/** Whether a code page has a character beyond ASCII, as far as the languages of Europe's west ask for it. */
const has: Readonly<Record<Codepage, (character: string) => boolean>> = {
  cp437: (c) => 'éèêëàâäáçîïìíôöòóûùüúÿñÉÇÄÖÜÑæÆåÅ£¥ªº¿¡½¼«»ß±°·²'.includes(c),
  cp850: isLatin1,
  // CP 850, but the euro in the place of the dotless i.
  cp858: (c) => isLatin1(c) || c === '€',
  windows1252: (c) => isLatin1(c) || windows.includes(c),
  // Changes between the pages above.
  auto: (c) => isLatin1(c) || windows.includes(c),
};

/** What may stand for a character that a code page does not have. */
const instead: Readonly<Record<string, string>> = {
  '€': 'EUR',
  œ: 'oe',
  Œ: 'OE',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
};

/** A text in characters that the printer has: no control characters, plain spaces, and other words for what the code page lacks. */
export function printable(text: string, codepage: Codepage): string {
  const plain = text.normalize('NFC').replace(/\s/gu, ' ').replace(/\p{C}/gu, '');
  return [...plain].map((character) => writable(character, has[codepage])).join('');
}

function writable(character: string, has: (character: string) => boolean): string {
  if (/^[ -~]$/.test(character) || has(character)) return character;
  const bare = character.normalize('NFD').replace(/\p{M}/gu, '');
  return instead[character] ?? (/^[ -~]+$/.test(bare) ? bare : '?');
}
