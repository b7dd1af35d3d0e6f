import { describe, expect, it } from 'vitest';
import { consentSentences, shownText } from '../../../renderer/kiosk/words/consent-text.ts';
import { currentText, isKnownText } from '../../../shared/consent/texts.ts';

const languages = ['fr', 'en'] as const;
const purposes = ['recognition', 'history', 'camera'] as const;

describe('a consent question', () => {
  for (const purpose of purposes) {
    for (const language of languages) {
      it(`shows every word that is recorded: ${purpose}, ${language}`, () => {
        const shown = shownText(currentText(purpose), language);
        const { question, sentences } = consentSentences(currentText(purpose), language);
        expect(isKnownText(purpose, shown)).toBe(true);
        expect([question, ...sentences].join(' ')).toBe(shown.text);
        expect(question).toMatch(/\?$/);
        expect(sentences.length).toBeGreaterThan(3);
      });
    }
  }
});
