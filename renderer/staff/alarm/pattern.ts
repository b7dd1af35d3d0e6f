import type { Note } from '../../sound/speaker.ts';

const pair = (at: number): Note[] => [
  { at, length: 0.16, pitch: 784 },
  { at: at + 0.2, length: 0.28, pitch: 1175 },
];

/** A call: a rising fifth, twice. Ringtones of phones are melodies or trills; two plain pairs are told from them. */
export const callNotes: readonly Note[] = [...pair(0), ...pair(0.62)];
/** The line to the station broke: one falling pair, lower and slower. */
export const lostNotes: readonly Note[] = [
  { at: 0, length: 0.3, pitch: 440 },
  { at: 0.36, length: 0.5, pitch: 311 },
];
/** Pause between the starts of two patterns while nobody answers, in milliseconds. */
export const REPEAT_MS = 3_000;
/** Vibration that follows the same rhythm: on, off, on … in milliseconds. */
export const callVibration: readonly number[] = [160, 40, 280, 140, 160, 40, 280];
