import type { Dress } from './css.ts';
import type { StoreColours } from './tokens.ts';

/** Two shops to begin from: a bakery in flour, crust and oxblood; a hardware shop in steel blue and workwear orange. */
export const sampleLooks = {
  bakery: {
    colours: { paper: '#fdf8f0', ink: '#2b1a14', primary: '#7a2331', warm: '#f2bd6e' },
    corners: 'round',
    motion: 'full',
  },
  hardware: {
    colours: { paper: '#f8f9fa', ink: '#161d26', primary: '#1d4470', warm: '#f5b04a' },
    corners: 'square',
    motion: 'calm',
  },
} as const satisfies Record<string, Dress & { colours: StoreColours }>;
export type SampleLook = keyof typeof sampleLooks;
