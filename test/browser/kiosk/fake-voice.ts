/** What the fake voice was told, in the page: `globalThis.heard`. */
export interface Heard {
  readonly said: readonly { readonly text: string; readonly voice: string }[];
  readonly cancelled: number;
}

/**
 * Stands in for `speechSynthesis`, of which a browser under test has none that speaks. Like Chromium's with speech-dispatcher: no voices at
 * first, then some of this machine and some of somebody else's; an utterance ends a little later; a cancelled one is never heard. Runs in
 * the page before its own scripts; must stand alone.
 */
export function fakeVoice(): void {
  const said: { text: string; voice: string }[] = [];
  const heard = { said, cancelled: 0 };
  const voice = (name: string, lang: string, localService: boolean) => ({ name, lang, localService });
  let voices: ReturnType<typeof voice>[] = [];
  class Utterance extends EventTarget {
    readonly text: string;
    voice: ReturnType<typeof voice> | null = null;
    constructor(text: string) {
      super();
      this.text = text;
    }
  }
  class Synthesis extends EventTarget {
    #turn = 0;
    getVoices() {
      return voices;
    }
    speak(utterance: Utterance): void {
      const turn = this.#turn;
      said.push({ text: utterance.text, voice: utterance.voice?.name ?? 'none' });
      setTimeout(() => {
        if (turn === this.#turn) utterance.dispatchEvent(new Event('end'));
      }, 5);
    }
    cancel(): void {
      this.#turn += 1;
      heard.cancelled += 1;
    }
  }
  const synthesis = new Synthesis();
  Object.defineProperties(globalThis, {
    heard: { value: heard },
    speechSynthesis: { value: synthesis },
    SpeechSynthesisUtterance: { value: Utterance },
  });
  setTimeout(() => {
    voices = [voice('Nuage', 'fr-FR', false), voice('Amélie', 'fr-FR', true)];
    synthesis.dispatchEvent(new Event('voiceschanged'));
  }, 300);
}
