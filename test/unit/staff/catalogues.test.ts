import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Reads the identifiers and sentences of a PO file written by the extractor: one line each, no plural forms of its own. */
function catalogue(file: string): Map<string, string> {
  const text = readFileSync(file, 'utf8');
  const entries = [...text.matchAll(/^msgid "(.+)"\nmsgstr "(.*)"$/gm)];
  return new Map(entries.map(([, id, sentence]) => [id ?? '', sentence ?? '']));
}

/** The identifiers a page's source names. */
function named(folder: string, page: string): Set<string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    /\.tsx?$/.test(extname(entry.name)),
  );
  const texts = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  return new Set(
    texts.flatMap((text) =>
      [...text.matchAll(new RegExp(`\\bid[:=] ?['"](${page}\\.[\\w.-]+)['"]`, 'g'))].map((m) => m[1] ?? ''),
    ),
  );
}

const placeholders = (sentence: string) => [...sentence.matchAll(/\{(\w+)/g)].map((match) => match[1]).sort();

describe.each(['staff', 'manager'])('the sentences of the %s page', (page) => {
  const en = catalogue(`renderer/i18n/${page}/en.po`);
  const fr = catalogue(`renderer/i18n/${page}/fr.po`);

  it('exist in both languages, for every identifier in the source and no other', () => {
    const used = named(`renderer/${page}`, page);
    expect(used.size).toBeGreaterThan(50);
    expect([...en.keys()].sort()).toEqual([...used].sort());
    expect([...fr.keys()].sort()).toEqual([...used].sort());
    expect([...en, ...fr].filter(([, sentence]) => sentence === '')).toEqual([]);
  });

  it('take the same values in both languages', () => {
    for (const [id, sentence] of en) {
      const names = (text: string) => new Set(placeholders(text).filter((name) => /^[a-z]+[A-Za-z]*$/.test(name ?? '')));
      const values = (text: string) => [...names(text)].filter((name) => new RegExp(`\\{${name}[,}]`).test(text));
      expect(values(fr.get(id) ?? ''), id).toEqual(values(sentence));
    }
  });

  it('shout at nobody', () => {
    for (const [id, sentence] of [...en, ...fr]) expect(sentence, id).not.toMatch(/!|Oops|\bsimply\b/);
  });

  it('put a space that does not break before French double punctuation', () => {
    for (const [id, sentence] of fr) expect(sentence, id).not.toMatch(/ [;:?»]|« /);
  });
});
