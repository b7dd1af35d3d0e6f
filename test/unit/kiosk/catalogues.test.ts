import { describe, expect, it } from 'vitest';
import { kioskSentences } from '../../support/sentences.ts';

const en = kioskSentences('en');
const fr = kioskSentences('fr');
const placeholders = (sentence: string) =>
  [...new Set([...sentence.matchAll(/(?<!\b(?:one|other|=0) )\{(\w+)[,}]/g)].map((m) => m[1]))].sort();

describe('the sentences of the kiosk', () => {
  it('are all there in both languages, with the same placeholders', () => {
    expect(en.size).toBeGreaterThan(150);
    expect([...fr.keys()].sort()).toEqual([...en.keys()].sort());
    for (const [id, sentence] of en) {
      expect(sentence, id).not.toBe('');
      expect(fr.get(id), id).not.toBe('');
      expect(placeholders(fr.get(id) ?? ''), id).toEqual(placeholders(sentence));
    }
  });

  it('never shout, never say "je", and say "vous"', () => {
    for (const [id, sentence] of [...en, ...fr]) expect(sentence, id).not.toMatch(/!|\bOops\b|\bsimply\b/i);
    for (const [id, sentence] of fr) expect(sentence, id).not.toMatch(/(^|[\s«'’])(je|j’\w+|tu|tes?|ton|ta)\s/i);
  });

  it('keep the names that automation and habit rely on', () => {
    expect(en.get('foot.call')).toBe('Call a person');
    expect(en.get('home.join')).toBe('Join');
    expect(en.get('offer.why')).toBe('Why this?');
    expect(en.get('offer.decline')).toBe('Not for me');
    expect(en.get('camera.stop')).toBe('Stop camera');
  });

  it('use those names once: no other button is called nearly the same', () => {
    for (const name of ['Call a person', 'Join', 'Why this?', 'Not for me', 'Stop camera']) {
      expect(
        [...en.values()].filter((s) => s.toLowerCase().includes(name.toLowerCase())),
        name,
      ).toEqual([name]);
    }
  });
});
