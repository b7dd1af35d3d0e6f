import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What Linux shows of Bluetooth without any rights. Absent folders (no Bluetooth, another system) are an empty answer. */
const sys = '/sys/class';

const names = (folder: string): string[] => {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
};

const word = (...path: string[]): string => {
  try {
    return readFileSync(join(...path), 'utf8').trim();
  } catch {
    return '';
  }
};

/** The switches of Bluetooth radios (rfkill), as `soft hard`, where 1 is blocked. */
const switches = (root: string): string[] => {
  const folder = join(root, 'rfkill');
  return names(folder)
    .filter((name) => word(folder, name, 'type') === 'bluetooth')
    .map((name) => `${word(folder, name, 'soft')} ${word(folder, name, 'hard')}`);
};

/** How a radio switch blocks Bluetooth: `soft` by a program, `hard` by a switch on the case; null when none does. */
export function radioBlocked(root = sys): 'soft' | 'hard' | null {
  const all = switches(root);
  if (all.some((state) => state.endsWith(' 1'))) return 'hard';
  return all.some((state) => state.startsWith('1 ')) ? 'soft' : null;
}

/** Adapters and switches in one line: another line, and it is worth trying again at once. */
export const adaptersSeen = (root = sys): string => [...names(join(root, 'bluetooth')), ...switches(root)].join(', ');
