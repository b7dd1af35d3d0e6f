import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languageAfter, languages } from '../../../renderer/i18n/languages.ts';
import { Language } from '../../../shared/contract/index.ts';
import { tongues } from '../../../shared/tongues.ts';

const renderer = join(import.meta.dirname, '../../../renderer');
const pages = ['kiosk', 'staff', 'manager', 'transparency'];
const sheets = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css'));

/** Sides of the paper rather than of the line: they would stay where they are when the line runs the other way. */
const physical =
  /(?:^|[\s;{])(?:left|right|(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)(?:-[a-z]+)?|border-(?:top|bottom)-(?:left|right)-radius)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b/g;
const withoutComments = (css: string) => css.replace(/\/\*[\s\S]*?\*\//g, '');

describe('languages', () => {
  test('are those of the contract, each with a catalogue for every page', () => {
    expect([...languages].sort()).toEqual([...Language.options].sort());
    const missing = pages.flatMap((page) =>
      languages.map((language) => `i18n/${page}/${language}.po`).filter((file) => !existsSync(join(renderer, file))),
    );
    expect(missing).toEqual([]);
  });

  test('are known to Intl, and their direction is the one Intl knows', () => {
    for (const { locale, direction } of Object.values(tongues)) {
      expect(Intl.DateTimeFormat.supportedLocalesOf(locale)).toEqual([locale]);
      const { getTextInfo } = new Intl.Locale(locale) as unknown as { getTextInfo?: () => { direction: string } };
      if (getTextInfo) expect(getTextInfo.call(new Intl.Locale(locale)).direction).toBe(direction);
    }
  });

  test('follow one another in a ring', () => {
    let language = languages[0]!;
    const heard = languages.map(() => (language = languageAfter(language)));
    expect(new Set(heard).size).toBe(languages.length);
  });

  test.each(sheets)('%s knows only start and end, never left and right', (sheet) => {
    expect(withoutComments(readFileSync(join(renderer, sheet), 'utf8')).match(physical) ?? []).toEqual([]);
  });

  test.each([
    '.a { left: 0 }',
    '.a { margin-left: 1px }',
    '.a{padding-right:1px}',
    '.a { text-align: right }',
    '.a { border-top-left-radius: 1px }',
  ])('%s would be found', (rule) => {
    expect(rule.match(physical)).toHaveLength(1);
  });

  test.each([
    '.a { inset-inline-start: 0 }',
    '.a { text-align: start }',
    '.b-left { color: red }',
    '.a { transform-origin: left }',
  ])('%s is fine', (rule) => {
    expect(rule.match(physical)).toBeNull();
  });
});
