import { readFileSync } from 'node:fs';

/** The kiosk's sentences in one language by their identifier. Enough of the PO format for what Lingui writes. */
export function kioskSentences(language: 'fr' | 'en'): ReadonlyMap<string, string> {
  const text = readFileSync(new URL(`../../renderer/i18n/kiosk/${language}.po`, import.meta.url), 'utf8');
  const unquote = (lines: string) => [...lines.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((m) => JSON.parse(`"${m[1]}"`)).join('');
  const entries = text.matchAll(/^msgid ((?:".*"\n)+)msgstr ((?:".*"\n?)+)/gm);
  return new Map([...entries].map((m) => [unquote(m[1] ?? ''), unquote(m[2] ?? '')] as const).filter(([id]) => id !== ''));
}
