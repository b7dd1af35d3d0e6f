import { readFileSync, writeFileSync } from 'node:fs';

/** Scenes of test/fixtures/faces/film.mjpeg, in order: how many frames each has. */
const scenes = { smiling: 4, neutral: 4, nobody: 2, two: 4 } as const;
/** `still` is one picture that never changes. */
export type Scene = keyof typeof scenes | 'still';

/** The single JPEG frames of a scene. */
export function framesOf(scene: Scene): Buffer[] {
  if (scene === 'still') return framesOf('neutral').slice(0, 1);
  const film = readFileSync(new URL('../../fixtures/faces/film.mjpeg', import.meta.url));
  const frames: Buffer[] = [];
  for (let at = 0; at < film.length; ) {
    const end = film.indexOf(Buffer.from([0xff, 0xd9]), at) + 2;
    frames.push(film.subarray(at, end));
    at = end;
  }
  let from = 0;
  for (const [name, count] of Object.entries(scenes)) {
    if (name === scene) return frames.slice(from, from + count);
    from += count;
  }
  return [];
}

/** Writes a film of these scenes for Chromium's fake camera, which plays it over and over at 30 frames a second. */
export function writeFilm(path: string, parts: readonly (readonly [Scene, seconds: number])[]): void {
  writeFileSync(
    path,
    Buffer.concat(
      parts.flatMap(([scene, seconds]) => {
        const frames = framesOf(scene);
        return Array.from({ length: seconds * 30 }, (_, i) => frames[i % frames.length]!);
      }),
    ),
  );
}
