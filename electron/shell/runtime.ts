import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Clock } from '../../shared/clock.ts';
import { seconds } from '../../shared/units.ts';
import { systemClock } from '../clock.ts';
import { root } from '../paths.ts';
import { type ElectronPackage, findElectronPackage, runtimeProgram } from './electron-package.ts';
import { fetchRuntime } from './fetch-runtime.ts';
import { planOpening } from './open-plan.ts';
import { relaunchCode, shownLine } from './shell-log.ts';
import { type StationAddress, stationVariables } from './station-address.ts';

/** What opening depends on besides the station; {@link thisMachine} gives the real thing. */
export interface Machine {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: string;
  readonly root: boolean;
  readonly electron: ElectronPackage | null;
  /** The shell's compiled entry. */
  readonly entry: string;
  readonly clock: Clock;
}

export const thisMachine = (): Machine => ({
  env: process.env,
  platform: process.platform,
  root: process.getuid?.() === 0,
  electron: findElectronPackage(),
  entry: join(root, 'dist', 'electron', 'main.js'),
  clock: systemClock,
});

/** An open kiosk window, or one line that says why there is none. */
export type OpenedKiosk =
  | {
      readonly opened: true;
      /** Resolves with the reason when the shell has ended for good. */
      readonly ended: Promise<string>;
      close(): Promise<void>;
    }
  | { readonly opened: false; readonly why: string };

export interface OpenOptions extends StationAddress {
  log(line: string): void;
  readonly machine?: Machine;
}

/** A window on slow hardware; a shell that cannot open one ends by itself much sooner. */
const shownWithin = seconds(30);

/** Opens the Electron kiosk on a station that already runs, fetching Electron's runtime first when it is missing. Never throws. */
export async function openKiosk(options: OpenOptions): Promise<OpenedKiosk> {
  const machine = options.machine ?? thisMachine();
  const { electron, env, clock, entry } = machine;
  let program = electron === null ? null : runtimeProgram(electron, env);
  const plan = planOpening({
    platform: machine.platform,
    env,
    root: machine.root,
    built: existsSync(entry),
    runtime: electron === null ? 'no-package' : program === null ? 'missing' : 'present',
  });
  if (plan.do === 'nothing') return { opened: false, why: plan.why };
  if (program === null && electron !== null) {
    const why = await fetchRuntime({ electron, env, clock, log: options.log });
    if (why !== null) return { opened: false, why };
    program = runtimeProgram(electron, env);
  }
  if (program === null) return { opened: false, why: 'Electron is not where its package says it is' };
  return runShell(program, machine, options);
}

async function runShell(program: string, { entry, env, clock }: Machine, options: OpenOptions): Promise<OpenedKiosk> {
  let closing = false;
  let child: ChildProcess;
  let lastLine = '';
  const { promise: shown, resolve: isShown } = Promise.withResolvers<boolean>();
  const { promise: ended, resolve: isEnded } = Promise.withResolvers<string>();

  const run = () => {
    child = spawn(program, [entry], {
      env: { ...env, [stationVariables.origin]: options.origin, [stationVariables.secret]: options.secret },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on('line', (line) => {
        if (line.trim() === '') return;
        lastLine = line;
        if (line.includes(shownLine)) isShown(true);
        options.log(line);
      });
    }
    child.on('error', (error) => isEnded(error.message));
    child.on('close', (code, signal) => {
      if (code === relaunchCode && !closing) run();
      else isEnded(`ended with ${signal ?? `code ${code}`}${lastLine === '' ? '' : `: ${lastLine}`}`);
    });
  };
  const close = async () => {
    closing = true;
    const cancel = clock.after(seconds(5), () => child.kill('SIGKILL'));
    child.kill('SIGTERM');
    await ended;
    cancel();
  };

  run();
  const cancel = clock.after(shownWithin, () => isShown(false));
  const first = await Promise.race([shown, ended]);
  cancel();
  if (first === true) return { opened: true, ended, close };
  if (first === false) {
    await close();
    return { opened: false, why: `Electron showed no window within ${shownWithin / 1000} s` };
  }
  return { opened: false, why: `Electron ${first}` };
}
