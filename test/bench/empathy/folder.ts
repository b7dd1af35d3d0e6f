import type { Dirent } from 'node:fs';
import { readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const pictures = /\.(?:jpe?g|png|webp|gif|bmp|avif|tiff?|hei[cf])$/i;

/** A link that leads to a file counts as one; a link that leads nowhere, or to a folder, does not. */
const isFile = (entry: Dirent): boolean =>
  entry.isFile() ||
  (entry.isSymbolicLink() && (statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.isFile() ?? false));

/** Pictures in a folder and all folders below it, by name, as paths with `/`, always in the same order. */
export const picturesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => pictures.test(entry.name) && isFile(entry))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort();
