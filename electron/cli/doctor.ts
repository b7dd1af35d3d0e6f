import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { systemClock } from '../clock.ts';
import { loadConfig } from '../config.ts';
import { lastBackup } from '../last-backup.ts';
import { namesOf } from '../listen-config.ts';
import { pagesFolder, root } from '../paths.ts';
import { findElectronPackage, runtimeProgram } from '../shell/electron-package.ts';
import { openDatabase } from '../store/database.ts';
import { examine } from '../store/examine.ts';
import { readAuthority, tlsFolder } from '../tls/folder.ts';
import { daysLeft, EARLY_MS, readMaterial } from '../tls/material.ts';
import { listed } from '../tls/names.ts';
import { wallClock } from '../wall-clock.ts';
import { gateways } from './doctor-gateways.ts';
import { printer } from './doctor-printer.ts';
import { radio } from './doctor-radio.ts';
import { type Finding, found } from './finding.ts';

function runtime(): Finding {
  const major = Number(process.versions.node.split('.')[0]);
  return found(
    'runtime',
    major >= 24 ? 'ok' : 'failed',
    true,
    `Node ${process.versions.node}${major >= 24 ? '' : '; 24 is needed'}`,
  );
}

/** A wrong clock makes strangers of rotating beacons, and the day's offers those of another day. */
async function clock(): Promise<Finding> {
  const remedy = 'Set the time and switch on network time: timedatectl set-ntp true';
  switch (await wallClock(systemClock.wall())) {
    case 'right':
      return found('clock', 'ok', false, 'kept right by the network');
    case 'past':
      return found('clock', 'failed', true, 'earlier than this version was written', remedy);
    case 'unsynchronised':
      return found('clock', 'missing', false, 'nothing keeps it right; rotating beacons are strangers to a wrong clock', remedy);
    case 'unknown':
      return found('clock', 'ok', false, 'plausible; this machine does not say whether the network keeps it right');
  }
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

/** Whether the network side would start, and for how long its certificates last. */
function tls(folder: string, file: string | undefined): Finding {
  try {
    const { listen, tls: given } = loadConfig(file, { data: folder });
    const own = tlsFolder(folder);
    if (listen === undefined && !existsSync(own.certificate)) {
      return found('TLS', 'ok', false, 'not needed: the station answers on this machine only (127.0.0.1)');
    }
    const paths = given ?? own;
    const now = systemClock.wall();
    const { names, expiresAt } = readMaterial(paths, namesOf(listen?.names ?? []), now);
    const authority = given === undefined ? readAuthority(folder) : null;
    const open = (statSync(paths.key).mode & 0o077) !== 0 && process.platform !== 'win32';
    const parts = [
      `${listed(names)}: ${daysLeft(expiresAt, now)} days left`,
      ...(authority === null ? [] : [`the store's authority: ${daysLeft(authority.expiresAt, now)} days`]),
      ...(open ? [`others on this machine may read ${paths.key}: chmod 600`] : []),
      ...(listen === undefined ? ['not served: there is no "listen" (give --config FILE if it stands there)'] : []),
    ];
    const soon = [expiresAt, authority?.expiresAt ?? expiresAt].some((at) => at - now < EARLY_MS);
    return found('TLS', soon || open ? 'failed' : 'ok', false, parts.join('; '));
  } catch (error) {
    return found('TLS', 'failed', true, error instanceof Error ? error.message : String(error));
  }
}

function disk(folder: string): Finding {
  const { bavail, bsize } = statfsSync(existing(folder));
  const free = Math.floor((bavail * bsize) / 1_000_000);
  return found('disk', free >= 500 ? 'ok' : 'failed', true, `${free} MB free for ${folder}`);
}

/** Backups are somebody's habit: a week without one is said. */
const BACKUP_DAYS = 7;

function backups(folder: string): Finding {
  if (!existsSync(join(folder, 'store.db'))) return found('backup', 'ok', false, 'nothing to back up yet');
  const last = lastBackup(folder);
  const remedy = `prevenance backup --data ${folder} --to FILE`;
  if (last === null) return found('backup', 'missing', false, 'none was ever made', remedy);
  const days = Math.max(0, Math.floor((systemClock.wall() - last.at) / 86_400_000));
  const detail = `${last.file}, ${days} days old`;
  return days <= BACKUP_DAYS ? found('backup', 'ok', false, detail) : found('backup', 'failed', false, detail, remedy);
}

function pages(): Finding {
  const there = existsSync(join(pagesFolder, 'kiosk.html'));
  return found('pages', there ? 'ok' : 'missing', false, there ? pagesFolder : 'not built yet; "prevenance start" builds them');
}

/** `prevenance doctor` */
export async function doctor(options: { data?: string; json?: boolean; config?: string }): Promise<void> {
  const config = loadConfig(options.config, { data: options.data });
  const folder = config.data;
  const [heard, reached, slips] = await Promise.all([
    config.radio === 'auto' ? radio() : found('radio', 'ok', false, `not asked: the configuration says "${config.radio}"`),
    gateways(config.gateways),
    printer(folder),
  ]);
  const findings = [
    runtime(),
    await clock(),
    database(folder),
    heard,
    ...reached,
    slips,
    camera(),
    pages(),
    tls(folder, options.config),
    electron(),
    disk(folder),
    backups(folder),
  ];
  const healthy = findings.every((finding) => finding.state === 'ok' || !finding.needed);
  if (options.json) console.log(JSON.stringify({ healthy, findings }, null, 2));
  else {
    const width = Math.max(...findings.map((finding) => finding.what.length));
    for (const { what, state, detail, remedy } of findings) {
      console.log(`${what.padEnd(width)}  ${state.padEnd(7)}  ${detail}`);
      if (remedy !== null) console.log(`${' '.repeat(width)}           → ${remedy}`);
    }
    console.log(healthy ? '\nEverything the station needs is there.' : '\nSomething the station needs is not right.');
  }
  if (!healthy) process.exitCode = 1;
}
