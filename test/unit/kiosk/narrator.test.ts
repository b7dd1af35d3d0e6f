import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followHeadphones, type Outputs } from '../../../renderer/kiosk/speech/headphones.ts';
import { breaths, Narrator } from '../../../renderer/kiosk/speech/narrator.ts';
import { chooseVoice, type Synthesizer, type Utterance, type Voice } from '../../../renderer/kiosk/speech/synthesizer.ts';

const voice = (name: string, lang: string, local = true): Voice => ({ name, lang, local });
const thomas = voice('Thomas', 'fr-FR');
const daniel = voice('Daniel', 'en-GB');
const cloud = voice('Google français', 'fr-FR', false);

/** Time that passes only when told to. */
class Timers {
  #now = 0;
  readonly #waiting = new Map<number, { readonly at: number; readonly action: () => void }>();
  #ids = 0;
  readonly later = (ms: number, action: () => void) => {
    const id = ++this.#ids;
    this.#waiting.set(id, { at: this.#now + ms, action });
    return () => void this.#waiting.delete(id);
  };
  get now(): number {
    return this.#now;
  }
  pass(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = [...this.#waiting].filter(([, { at }]) => at <= end).toSorted((a, b) => a[1].at - b[1].at || a[0] - b[0])[0];
      if (due === undefined) break;
      this.#waiting.delete(due[0]);
      this.#now = due[1].at;
      due[1].action();
    }
    this.#now = end;
  }
}

/**
 * Chromium's `speechSynthesis` at its worst: voices come late and say so by an event; what is spoken in the moment after a cancel is
 * swallowed without a sound or an event (speech-dispatcher); a cancelled utterance still reports its end, late; an utterance longer
 * than 15 s goes silent and never ends; some end without telling.
 */
class FakeSynthesizer implements Synthesizer {
  readonly spoken: string[] = [];
  readonly begun: Utterance[] = [];
  deafToEnds = false;
  #voices: readonly Voice[];
  #changed: () => void = () => undefined;
  #cancelledAt = Number.NEGATIVE_INFINITY;
  #stop: (() => void) | null = null;
  readonly #timers: Timers;

  constructor(timers: Timers, voices: readonly Voice[]) {
    this.#timers = timers;
    this.#voices = voices;
  }
  voices(): readonly Voice[] {
    return this.#voices;
  }
  onVoices(changed: () => void): void {
    this.#changed = changed;
  }
  arrive(voices: readonly Voice[]): void {
    this.#voices = voices;
    this.#changed();
  }
  say(utterance: Utterance, ended: () => void): void {
    if (this.#timers.now - this.#cancelledAt < 50) return;
    this.begun.push(utterance);
    const takes = (utterance.text.length / 14 / utterance.rate) * 1000;
    if (takes > 15_000) return;
    const off = this.#timers.later(takes, () => {
      this.spoken.push(utterance.text);
      this.#stop = null;
      if (!this.deafToEnds) ended();
    });
    this.#stop = () => {
      off();
      this.#timers.later(30, ended);
    };
  }
  cancel(): void {
    this.#cancelledAt = this.#timers.now;
    this.#stop?.();
    this.#stop = null;
  }
}

function house(voices: readonly Voice[] = [thomas, daniel]) {
  const timers = new Timers();
  const synthesizer = new FakeSynthesizer(timers, voices);
  const voiceless: string[] = [];
  const narrator = new Narrator(synthesizer, timers.later, (language) => voiceless.push(language));
  const say = (...texts: string[]) => narrator.say(texts.map((text) => ({ text, language: 'fr' })));
  return { timers, synthesizer, narrator, voiceless, say };
}

describe('the voice', () => {
  test('is one of this machine, in the language, never one that sends words away', () => {
    expect(chooseVoice([cloud, daniel, thomas], 'fr')).toBe(thomas);
    expect(chooseVoice([cloud, daniel], 'fr')).toBeNull();
    expect(chooseVoice([voice('espeak', 'fr_CA')], 'fr')?.name).toBe('espeak');
    expect(chooseVoice([voice('a', 'en-US'), daniel], 'en')).toBe(daniel);
  });

  test('may come late', () => {
    const { timers, synthesizer, say, voiceless } = house([]);
    say('Bonjour.');
    timers.pass(1_000);
    expect(synthesizer.begun).toEqual([]);
    synthesizer.arrive([thomas]);
    timers.pass(2_000);
    expect(synthesizer.spoken).toEqual(['Bonjour.']);
    expect(voiceless).toEqual([]);
  });

  test('may never come: then it is said which language has none, and nothing goes elsewhere', () => {
    const { timers, synthesizer, say, voiceless } = house([cloud, daniel]);
    say('Bonjour.');
    timers.pass(10_000);
    expect(synthesizer.begun).toEqual([]);
    expect(voiceless).toContain('fr');
  });

  test('changes with the language of each piece', () => {
    const { timers, synthesizer, narrator } = house();
    narrator.say([
      { text: 'Bonjour.', language: 'fr' },
      { text: 'English', language: 'en' },
    ]);
    timers.pass(5_000);
    expect(synthesizer.begun.map((utterance) => utterance.voice)).toEqual([thomas, daniel]);
  });

  test('is nowhere on a machine without a synthesizer: silent, and told', () => {
    const timers = new Timers();
    const voiceless: string[] = [];
    const narrator = new Narrator(null, timers.later, (language) => voiceless.push(language));
    narrator.say([{ text: 'Bonjour.', language: 'fr' }]);
    timers.pass(10_000);
    expect(voiceless).toEqual(['fr']);
  });
});

describe('reading', () => {
  test('says one piece after the other', () => {
    const { timers, synthesizer, say } = house();
    say('Un.', 'Deux.', 'Trois.');
    timers.pass(10_000);
    expect(synthesizer.spoken).toEqual(['Un.', 'Deux.', 'Trois.']);
  });

  test('something new replaces the old at once, though the old still reports its end', () => {
    const { timers, synthesizer, say } = house();
    say('Une phrase assez longue pour être interrompue.', 'Jamais dite.');
    timers.pass(500);
    say('Nouveau.', 'Suite.');
    timers.pass(10_000);
    expect(synthesizer.spoken).toEqual(['Nouveau.', 'Suite.']);
  });

  test('stops when told to, and stays silent', () => {
    const { timers, synthesizer, say, narrator } = house();
    say('Une phrase assez longue pour être interrompue.', 'Jamais dite.');
    timers.pass(500);
    narrator.stop();
    timers.pass(60_000);
    expect(synthesizer.spoken).toEqual([]);
  });

  test('goes on when an utterance never tells its end', () => {
    const { timers, synthesizer, say } = house();
    synthesizer.deafToEnds = true;
    say('Un.', 'Deux.');
    timers.pass(30_000);
    expect(synthesizer.spoken).toEqual(['Un.', 'Deux.']);
  });

  test('loses no word and never says for longer than Chromium bears, at any speed', () => {
    const words = fc.array(fc.stringMatching(/^[a-zé]{1,14}[,.:?]?$/), { minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(words, fc.constantFrom(0.7, 1, 1.8), (list, rate) => {
        const text = list.join(' ');
        const parts = breaths(text, rate);
        for (const part of parts) expect(part.length / 14 / rate).toBeLessThan(15);
        expect(parts.join(' ').replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
      }),
    );
  });
});

/** The browser's list of devices: a socket appears as one more sound output, without a name and long after the plug went in. */
class FakeOutputs implements Outputs {
  #listener: () => void = () => undefined;
  #kinds: readonly string[] = ['audioinput', 'audiooutput'];
  async enumerateDevices() {
    return this.#kinds.map((kind) => ({ kind, deviceId: '' }));
  }
  addEventListener(_: 'devicechange', listener: () => void): void {
    this.#listener = listener;
  }
  async become(...kinds: string[]): Promise<void> {
    this.#kinds = kinds;
    this.#listener();
    await Promise.resolve().then(() => Promise.resolve());
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('headphones that come as an output are noticed, and so is that they leave; other devices are not', async () => {
  const outputs = new FakeOutputs();
  const heard: boolean[] = [];
  await followHeadphones(outputs, (inserted) => heard.push(inserted));
  await outputs.become('audioinput', 'audiooutput', 'videoinput');
  expect(heard).toEqual([]);
  await outputs.become('audioinput', 'audiooutput', 'audiooutput');
  await outputs.become('audiooutput');
  expect(heard).toEqual([true, false]);
});
