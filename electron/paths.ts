import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/** The folder that holds `package.json`: the same whether this runs from source, from `dist/` or from a package. */
export const root = findRoot();
/** The built pages. */
export const pagesFolder = join(root, 'dist', 'renderer');
/** The database's migrations, applied in name order. */
export const migrationsFolder = join(root, 'electron', 'store', 'migrations');
