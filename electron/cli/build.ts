import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../../shared/errors.ts';
import { root } from '../paths.ts';

/** What a build is made of and how to see that it is there. */
const builds = {
  pages: {
    sources: ['renderer', 'shared', 'devices/camera', 'vite.config.ts', 'package-lock.json'],
    product: 'dist/renderer/kiosk.html',
  },
  station: { sources: ['electron', 'shared', 'devices/beacons', 'tsconfig.base.json'], product: 'dist/electron/main.js' },
} as const;

function newest(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(
    stats.mtimeMs,
    ...readdirSync(path, { recursive: true, withFileTypes: true }).map((e) => statSync(join(e.parentPath, e.name)).mtimeMs),
  );
}

/**
 * Builds what is missing or older than its sources. An installed package has no sources and needs nothing.
 * @throws OperatorError when the build fails; its own words are above
 */
export function buildIfNeeded(what: keyof typeof builds, say: (line: string) => void): void {
  const { sources, product } = builds[what];
  if (!existsSync(join(root, 'vite.config.ts'))) return;
  const target = join(root, product);
  if (existsSync(target) && statSync(target).mtimeMs >= Math.max(...sources.map((source) => newest(join(root, source))))) return;
  say(what === 'pages' ? 'Building the pages …' : 'Building the station for Electron …');
  const { status } = spawnSync('npm', ['run', '--silent', `build:${what}`], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new OperatorError('build-failed', `The build failed (npm run build:${what}).`);
}
