import { chooseVoice, type Synthesizer } from './synthesizer.ts';

/** Words in one language. */
export interface Piece {
  readonly text: string;
  readonly language: string;
}

/** Runs an action later; returns what calls it off. */
export type Later = (ms: number, action: () => void) => () => void;

/** After a cancel some synthesizers swallow what comes at once: they are given a moment. */
const SETTLE_MS = 120;
/** How long voices may take to appear before the kiosk says that it has none. */
const VOICES_MS = 3_000;
/** Characters that a voice says in a second at its own speed, at the slow end. */
const PER_SECOND = 12;
/** Chromium goes silent in the middle of what takes longer than 15 s, and never says so: nothing that is said at once does. */
const LONGEST_S = 11;

/** Splits words where a voice may pause, so that no part takes longer than Chromium bears. */
export function breaths(text: string, rate: number): string[] {
  const most = Math.floor(LONGEST_S * PER_SECOND * rate);
  const parts: string[] = [];
  for (const sentence of text.match(/[^.?!…:;]+[.?!…:;]*\s*/g) ?? []) {
    let rest = sentence.trim();
    while (rest.length > most) {
      const comma = rest.lastIndexOf(', ', most);
      const space = rest.lastIndexOf(' ', most);
      const at = comma > most / 2 ? comma + 1 : space > 0 ? space : most;
      parts.push(rest.slice(0, at).trim());
      rest = rest.slice(at).trim();
    }
    if (rest !== '') parts.push(rest);
  }
  return parts;
}

/** Says pieces one after the other, whatever the synthesizer does with them. */
export class Narrator {
  readonly #synthesizer: Synthesizer | null;
  readonly #later: Later;
  readonly #voiceless: (language: string) => void;
  /** Who speaks: an end that belongs to an earlier turn is nobody's business. */
  #turn = 0;
  #queue: Piece[] = [];
  #callOff: () => void = () => undefined;
  rate = 1;
  volume = 1;

  /** @param voiceless there is no voice of this machine for the language */
  constructor(synthesizer: Synthesizer | null, later: Later, voiceless: (language: string) => void) {
    this.#synthesizer = synthesizer;
    this.#later = later;
    this.#voiceless = voiceless;
    synthesizer?.onVoices(() => {
      if (this.#waiting) this.#begin();
    });
  }

  #waiting = false;

  /** Whether the language has a voice here, as far as is known by now. */
  has(language: string): boolean {
    return this.#synthesizer !== null && chooseVoice(this.#synthesizer.voices(), language) !== null;
  }

  /** Breaks off what is being said and says this instead. */
  say(pieces: readonly Piece[]): void {
    this.stop();
    this.#queue = pieces.flatMap(({ text, language }) => breaths(text, this.rate).map((part) => ({ text: part, language })));
    const turn = this.#turn;
    this.#callOff = this.#later(SETTLE_MS, () => {
      if (turn === this.#turn) this.#begin();
    });
  }

  stop(): void {
    this.#turn += 1;
    this.#queue = [];
    this.#waiting = false;
    this.#callOff();
    this.#synthesizer?.cancel();
  }

  #begin(): void {
    this.#callOff();
    const [first] = this.#queue;
    if (first === undefined) return;
    if (this.has(first.language) || this.#waitedInVain) {
      this.#waiting = false;
      this.#next();
      return;
    }
    this.#waiting = true;
    this.#callOff = this.#later(VOICES_MS, () => {
      this.#waitedInVain = true;
      this.#begin();
    });
  }

  /** Voices were given their time once: from then on what is not there is missing. */
  #waitedInVain = false;

  #next(): void {
    const piece = this.#queue.shift();
    if (piece === undefined || this.#synthesizer === null) {
      if (piece !== undefined) this.#voiceless(piece.language);
      return;
    }
    const voice = chooseVoice(this.#synthesizer.voices(), piece.language);
    if (voice === null) {
      this.#voiceless(piece.language);
      this.#next();
      return;
    }
    const turn = this.#turn;
    let over = false;
    const ended = () => {
      if (over || turn !== this.#turn) return;
      over = true;
      this.#callOff();
      this.#next();
    };
    // An utterance that ends without a word must not end the reading.
    const longest = (piece.text.length / PER_SECOND / this.rate) * 1000 + 4_000;
    this.#callOff = this.#later(longest, () => {
      this.#synthesizer?.cancel();
      this.#later(SETTLE_MS, ended);
    });
    this.#synthesizer.say({ text: piece.text, voice, rate: this.rate, volume: this.volume }, ended);
  }
}
