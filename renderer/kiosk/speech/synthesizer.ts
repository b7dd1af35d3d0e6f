/** A voice of this machine, or of somebody else's. */
export interface Voice {
  readonly name: string;
  /** BCP 47, though some systems write `fr_FR`. */
  readonly lang: string;
  /** False: the words would leave the machine to be spoken elsewhere. */
  readonly local: boolean;
}

export interface Utterance {
  readonly text: string;
  readonly voice: Voice;
  /** 1 is the voice's own speed. */
  readonly rate: number;
  /** From 0 to 1. */
  readonly volume: number;
}

/** What speaks. One utterance at a time; the narrator keeps the queue. */
export interface Synthesizer {
  /** Often empty at first: voices come later. */
  voices(): readonly Voice[];
  /** Calls back whenever the list of voices has changed. */
  onVoices(changed: () => void): void;
  /** @param ended called once: said to its end, broken off, or failed. May never be called. */
  say(utterance: Utterance, ended: () => void): void;
  cancel(): void;
}

/**
 * The voice for a language: of this machine only, since a shopper's words must not leave it. `null`: there is none.
 * @param language two letters
 */
export function chooseVoice(voices: readonly Voice[], language: string): Voice | null {
  const own = voices.filter(({ lang, local }) => local && lang.toLowerCase().split(/[-_]/)[0] === language);
  return own.find(({ lang }) => /^(?:fr[-_]fr|en[-_]gb)$/i.test(lang)) ?? own[0] ?? null;
}

/** The browser's own synthesizer, or null where it has none. */
export function browserSynthesizer(): Synthesizer | null {
  if (typeof speechSynthesis === 'undefined') return null;
  // An utterance that nothing refers to is collected while it speaks, and its end is never told.
  const held = new Set<SpeechSynthesisUtterance>();
  return {
    voices: () => speechSynthesis.getVoices().map(({ name, lang, localService }) => ({ name, lang, local: localService })),
    onVoices: (changed) => speechSynthesis.addEventListener('voiceschanged', changed),
    say({ text, voice, rate, volume }, ended) {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = speechSynthesis.getVoices().find(({ name, lang }) => name === voice.name && lang === voice.lang) ?? null;
      utterance.lang = voice.lang;
      utterance.rate = rate;
      utterance.volume = volume;
      const done = () => {
        if (held.delete(utterance)) ended();
      };
      utterance.addEventListener('end', done);
      utterance.addEventListener('error', done);
      held.add(utterance);
      speechSynthesis.speak(utterance);
    },
    cancel: () => speechSynthesis.cancel(),
  };
}
