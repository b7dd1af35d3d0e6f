import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { RadioHostSource } from '../../devices/beacons/host/supervisor.ts';
import type { RadioStatus } from '../../shared/contract/index.ts';
import { seconds } from '../../shared/units.ts';
import { systemClock } from '../clock.ts';
import { pagesFolder, root } from '../paths.ts';
import { findElectronPackage, runtimeProgram } from '../shell/electron-package.ts';
import { openDatabase } from '../store/database.ts';
import { examine } from '../store/examine.ts';

/** `needed`: without it the station does not run; `optional`: something works less well. */
interface Finding {
  readonly what: string;
  readonly state: 'ok' | 'missing' | 'failed';
  readonly needed: boolean;
  readonly detail: string;
}

const found = (what: string, state: Finding['state'], needed: boolean, detail: string): Finding => ({
  what,
  state,
  needed,
  detail,
});

function runtime(): Finding {
  const major = Number(process.versions.node.split('.')[0]);
  return found(
    'runtime',
    major >= 24 ? 'ok' : 'failed',
    true,
    `Node ${process.versions.node}${major >= 24 ? '' : '; 24 is needed'}`,
  );
}

/** The data folder, or what exists of the way to it. */
function existing(folder: string): string {
  let place = resolve(folder);
  while (!existsSync(place)) place = join(place, '..');
  return place;
}

/** Whether the station could open its database, without touching it: it may be a running station's. */
function database(folder: string): Finding {
  const path = join(folder, 'store.db');
  const failed = (why: string) => found('database', 'failed', true, why);
  try {
    const place = existing(folder);
    accessSync(place, constants.W_OK);
    if (!statSync(place).isDirectory()) return failed(`${place} is not a folder`);
    openDatabase(':memory:').close();
    if (!existsSync(path)) return found('database', 'ok', true, `SQLite works; ${path} does not exist yet`);
    const wrong = examine(path);
    return wrong === null
      ? found('database', 'ok', true, `${path}: sound, its consent ledger unbroken`)
      : failed(`${path}: ${wrong}`);
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

/** Longer than the supervisor waits for an adapter that does not answer, so that it is the one to say what is wrong. */
const answerPatience = seconds(20);

/** Listens for a moment with the real radio host. */
async function radio(): Promise<Finding> {
  const source = new RadioHostSource({ clock: systemClock, receiver: 'doctor', jitter: Math.random });
  const status = await new Promise<RadioStatus>((settle) => {
    const giveUp = setTimeout(
      () =>
        settle({
          state: 'unavailable',
          reason: 'no-answer',
          detail: 'The radio did not answer within 20 s.',
          advertisementsPerSecond: 0,
          lastAdvertisementAgeMs: null,
          restarts: 0,
        }),
      answerPatience,
    );
    void source.start(
      () => {},
      (news) => {
        if (news.state === 'starting' && news.reason === null) return;
        clearTimeout(giveUp);
        settle(news);
      },
    );
  });
  await source.stop();
  const hears = status.state === 'listening' || status.state === 'silent';
  return found(
    'radio',
    hears ? 'ok' : 'missing',
    false,
    `${status.detail}${status.reason === null ? '' : ` (${status.reason})`}`,
  );
}

const Models = v.object({ files: v.array(v.object({ to: v.string(), sha256: v.string() })) });

function camera(): Finding {
  const list = readFileSync(join(root, 'devices', 'camera', 'vendor', 'models.json'), 'utf8');
  const parsed = v.safeParse(Models, JSON.parse(list));
  if (!parsed.success) return found('camera model', 'failed', false, 'the list of model files is damaged');
  const wrong = parsed.output.files.filter(({ to, sha256 }) => {
    const file = join(pagesFolder, to);
    return !existsSync(file) || createHash('sha256').update(readFileSync(file)).digest('hex') !== sha256;
  });
  return wrong.length === 0
    ? found('camera model', 'ok', false, `${parsed.output.files.length} files, all as expected`)
    : found(
        'camera model',
        'missing',
        false,
        `missing or changed: ${wrong.map((file) => file.to).join(', ')}. Run: npm run build:pages`,
      );
}

function electron(): Finding {
  const installed = findElectronPackage();
  if (installed === null) return found('Electron', 'missing', false, 'not installed: the kiosk page opens in a browser');
  const program = runtimeProgram(installed, process.env);
  return program === null
    ? found('Electron', 'missing', false, 'its runtime has not been fetched yet; "prevenance start" tries where a display exists')
    : found('Electron', 'ok', false, program);
}

function tls(): Finding {
  return found('TLS', 'ok', false, 'not needed: the station answers on this machine only (127.0.0.1)');
}

function disk(folder: string): Finding {
  const { bavail, bsize } = statfsSync(existing(folder));
  const free = Math.floor((bavail * bsize) / 1_000_000);
  return found('disk', free >= 500 ? 'ok' : 'failed', true, `${free} MB free for ${folder}`);
}

function pages(): Finding {
  const there = existsSync(join(pagesFolder, 'kiosk.html'));
  return found('pages', there ? 'ok' : 'missing', false, there ? pagesFolder : 'not built yet; "prevenance start" builds them');
}

/** `prevenance doctor` */
export async function doctor(options: { data?: string; json?: boolean }): Promise<void> {
  const folder = options.data ?? 'data';
  const findings = [runtime(), database(folder), await radio(), camera(), pages(), tls(), electron(), disk(folder)];
  const healthy = findings.every((finding) => finding.state === 'ok' || !finding.needed);
  if (options.json) console.log(JSON.stringify({ healthy, findings }, null, 2));
  else {
    const width = Math.max(...findings.map((finding) => finding.what.length));
    for (const { what, state, detail } of findings) console.log(`${what.padEnd(width)}  ${state.padEnd(7)}  ${detail}`);
    console.log(healthy ? '\nEverything the station needs is there.' : '\nSomething the station needs is not right.');
  }
  if (!healthy) process.exitCode = 1;
}
