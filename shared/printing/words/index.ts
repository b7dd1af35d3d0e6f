import type { Language } from '../../contract/values.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** What printed slips say in one language. */
export type SlipWords = typeof en;

/** The sentences of printed slips; one file a language. */
export const slipWords: Readonly<Record<Language, SlipWords>> = { fr, en };
