import { copyFileSync, mkdirSync } from 'node:fs';

/** Copies the pictures that README.md shows from those the browser tests have just made. */
const shown = ['kiosk-attract', 'kiosk-greeting-fr', 'kiosk-home-landscape', 'kiosk-coming', 'staff-call', 'manager-zones'];

mkdirSync('docs/screenshots', { recursive: true });
for (const name of shown) copyFileSync(`test/.out/screens/${name}.png`, `docs/screenshots/${name}.png`);
