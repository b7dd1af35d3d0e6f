/** One note: starts and lasts in seconds from the start of the pattern, pitch in hertz. */
export interface Note {
  readonly at: number;
  readonly length: number;
  readonly pitch: number;
}

/** `locked`: the browser keeps silent until the page is touched; `absent`: this browser has no Web Audio. */
export type SpeakerState = 'locked' | 'ready' | 'absent';

/** Plays notes through Web Audio. Silent until {@link unlock} is called from a touch or a key. */
export class Speaker {
  readonly #changed: (state: SpeakerState) => void;
  readonly #loudness: number;
  #context: AudioContext | null = null;

  /** @param loudness gain of a note, from 0 to 1 */
  constructor(changed: (state: SpeakerState) => void, loudness = 0.7) {
    this.#changed = changed;
    this.#loudness = loudness;
  }

  /** Must run inside a user gesture; harmless when repeated. */
  unlock(): void {
    if (typeof AudioContext === 'undefined') {
      this.#changed('absent');
      return;
    }
    if (this.#context === null) {
      this.#context = new AudioContext();
      this.#context.addEventListener('statechange', () => this.#report());
    }
    void this.#context.resume().then(() => this.#report());
  }

  play(notes: readonly Note[]): void {
    const context = this.#context;
    if (context === null || context.state !== 'running') return;
    for (const note of notes) {
      const tone = context.createOscillator();
      const volume = context.createGain();
      const start = context.currentTime + note.at;
      tone.type = 'triangle';
      tone.frequency.value = note.pitch;
      // A gain that jumps clicks audibly.
      volume.gain.setValueAtTime(0, start);
      volume.gain.linearRampToValueAtTime(this.#loudness, start + 0.015);
      volume.gain.setValueAtTime(this.#loudness, start + note.length - 0.05);
      volume.gain.linearRampToValueAtTime(0, start + note.length);
      tone.connect(volume).connect(context.destination);
      tone.start(start);
      tone.stop(start + note.length);
    }
  }

  close(): void {
    void this.#context?.close();
    this.#context = null;
  }

  #report(): void {
    this.#changed(this.#context?.state === 'running' ? 'ready' : 'locked');
  }
}
