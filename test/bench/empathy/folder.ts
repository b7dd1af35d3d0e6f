import type { Dirent } from 'node:fs';
import { readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const pictures = /\.(?:jpe?g|png|webp|gif|bmp|avif|tiff?|hei[cf])$/i;

/** A link that leads to a file counts as one; a link that leads nowhere, to itself, or to a folder, does not. */
function isFile(entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  try {
    return statSync(join(entry.parentPath, entry.name)).isFile();
  } catch {
    return false;
  }
}

/** Not Node's own recursion: it follows links to folders, also in a circle. */
const entriesIn = (folder: string): Dirent[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? entriesIn(join(folder, entry.name)) : [entry],
  );

/** Pictures in a folder and all folders below it, by name, as paths with `/`, always in the same order. */
export const picturesIn = (folder: string): string[] =>
  entriesIn(folder)
    .filter((entry) => pictures.test(entry.name) && isFile(entry))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort();
