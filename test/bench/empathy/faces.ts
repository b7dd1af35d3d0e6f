import { statSync } from 'node:fs';
import { join } from 'node:path';
import { NEGATIVE_ABOVE } from '../../../devices/camera/window.ts';
import { csvLine, header } from './csv.ts';
import { FaceLab } from './face-lab.ts';
import { picturesIn } from './folder.ts';

/**
 * Scores pictures one after the other and hands out the table line by line.
 * @param warn is told of each picture that cannot be decoded
 * @returns how many faces were read, and how many pictures could not be
 */
export async function scoreAll(
  lab: FaceLab,
  folder: string,
  files: readonly string[],
  write: (line: string) => void,
  warn: (line: string) => void,
): Promise<{ read: number; unreadable: number }> {
  let unreadable = 0;
  let read = 0;
  write(header);
  for (const file of files) {
    const scored = await lab.score(join(folder, file));
    if (scored === null) {
      unreadable += 1;
      warn(`${file}: cannot be decoded as a picture`);
    } else if (scored.expressions !== null) read += 1;
    write(csvLine(file, scored, NEGATIVE_ABOVE));
  }
  return { read, unreadable };
}

/** `npm run --silent bench:faces -- FOLDER`. @returns the exit code: 0 every picture was decoded, 1 some were not, 2 there was nothing to score */
async function main([folder, ...more]: readonly string[]): Promise<number> {
  if (folder === undefined || more.length > 0 || folder.startsWith('-')) {
    console.error('Say which folder: npm run --silent bench:faces -- FOLDER > faces.csv');
    return 2;
  }
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    console.error(`${folder} is not a folder that can be read.`);
    return 2;
  }
  const files = picturesIn(folder);
  if (files.length === 0) {
    console.error(`There is no picture in ${folder} (jpg, png, webp, gif, bmp or avif, also in folders below): nothing scored.`);
    return 2;
  }
  // A reader that stops early (head) is not an error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
  const lab = await FaceLab.start();
  try {
    const { read, unreadable } = await scoreAll(lab, folder, files, console.log, console.error);
    console.error(`${files.length} pictures: ${read} with a face that was read, ${unreadable} that cannot be decoded.`);
    return unreadable > 0 ? 1 : 0;
  } finally {
    await lab.close();
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
