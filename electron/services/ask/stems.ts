import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import type { Stems } from '../../../shared/ask/fold.ts';

/** Snowball's stemmers for the languages of the kiosk (https://snowballstem.org/algorithms). */
export const stems: Stems = { fr: french, en: english };
