import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDraft, type JoinDraft, readDraft, stepBefore, writeDraft } from '../../../renderer/kiosk/state/join-draft.ts';
import { pictures } from '../../../shared/contract/index.ts';

const draft: fc.Arbitrary<JoinDraft> = fc.record({
  step: fc.constantFrom('recognition', 'history', 'name', 'picture', 'beacon'),
  history: fc.boolean(),
  read: fc.record({ recognition: fc.string(), history: fc.string() }),
  name: fc.string({ maxLength: 40, unit: 'grapheme-ascii' }),
  picture: fc.option(fc.constantFrom(...pictures)),
});

describe('a join draft', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(draft, (d) => {
        expect(readDraft(writeDraft(d))).toEqual(d);
      }),
    );
  });

  it('fits into the text that the station mirrors', () => {
    fc.assert(
      fc.property(draft, (d) => {
        expect(writeDraft(d).length).toBeLessThanOrEqual(300);
      }),
    );
  });

  it('begins again with nothing agreed when the text is anything else', () => {
    for (const text of [
      '',
      'café',
      '{"step":"beacon"}',
      '{"step":"beacon","history":true,"name":"x","picture":"dragon"}',
      'null',
    ]) {
      expect(readDraft(text)).toBe(emptyDraft);
    }
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readDraft(text).step).toBe('recognition');
      }),
    );
    expect(emptyDraft).toEqual({
      step: 'recognition',
      history: false,
      read: { recognition: '', history: '' },
      name: '',
      picture: null,
    });
  });

  it('leads back step by step to the first question', () => {
    expect(stepBefore('history')).toBe('recognition');
    expect(stepBefore('recognition')).toBeNull();
  });
});
