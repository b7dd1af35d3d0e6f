import type { Part } from './part.ts';
import { kioskParts } from './parts/kiosk.tsx';
import { tellingParts } from './parts/telling.tsx';
import { touchParts } from './parts/touch.tsx';

/** Every part, in the order of the list. */
export const parts: readonly Part[] = [...touchParts, ...tellingParts, ...kioskParts].toSorted(
  (a, b) => Number(a.file.startsWith('kiosk/')) - Number(b.file.startsWith('kiosk/')) || a.name.localeCompare(b.name, 'en'),
);
