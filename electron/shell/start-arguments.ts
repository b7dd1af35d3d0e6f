/** What the shell does with its command line. */
export type StartDecision =
  /** Start; `station` is handed to the station's own process. */
  { readonly start: true; readonly station: readonly string[] } | { readonly start: false; readonly why: string };

/** Options of `prevenance start` that make sense in the shell, and whether each takes a value. */
const stationOptions: ReadonlyMap<string, boolean> = new Map([
  ['data', true],
  ['port', true],
  ['radio', true],
  ['config', true],
  ['demo', false],
]);

/** Chromium switches that choose how to draw, and nothing else. */
const displaySwitches = new Set(['ozone-platform', 'ozone-platform-hint', 'force-device-scale-factor', 'lang', 'touch-events']);

/** Refused even while developing: each opens the page or the machine to whoever is near. */
const neverSwitches = new Set([
  'no-sandbox',
  'disable-setuid-sandbox',
  'disable-gpu-sandbox',
  'disable-web-security',
  'allow-running-insecure-content',
  'ignore-certificate-errors',
  'load-extension',
  'js-flags',
  'remote-allow-origins',
  'proxy-server',
  'host-rules',
  'host-resolver-rules',
  'renderer-cmd-prefix',
  'gpu-launcher',
  'utility-cmd-prefix',
  'use-fake-ui-for-media-stream',
]);

/** The debugging ports that an end-to-end test of an unpackaged build needs. */
const debugging = /^(?:inspect(?:-.*)?|debug(?:-.*)?|remote-debugging-.*)$/;

/**
 * Decides from the arguments after the program's own name (and, unpackaged, after the script).
 *
 * An installed kiosk knows its arguments: any other one is refused, because no document promises that a fuse covers every
 * debugging switch. A developer's build refuses only what is never right.
 */
export function decideStart(args: readonly string[], packaged: boolean): StartDecision {
  const station: string[] = [];
  for (let i = 0; i < args.length; i += 1) {
    const argument = args[i] ?? '';
    const { name, value } = readSwitch(argument);
    if (name === null) {
      return { start: false, why: `unexpected argument ${shown(argument)}` };
    }
    if (neverSwitches.has(name)) return { start: false, why: `--${name} is never allowed on a kiosk` };
    const takesValue = stationOptions.get(name);
    if (takesValue === undefined) {
      if (displaySwitches.has(name) || (!packaged && debugging.test(name))) continue;
      return { start: false, why: `unknown argument ${shown(argument)}` };
    }
    if (takesValue === false) {
      if (value !== null) return { start: false, why: `--${name} takes no value` };
      station.push(`--${name}`);
      continue;
    }
    let given = value;
    if (given === null) {
      i += 1;
      given = args[i] ?? '';
    }
    if (given === '' || given.startsWith('-')) return { start: false, why: `--${name} needs a value` };
    station.push(`--${name}`, given);
  }
  return { start: true, station };
}

/**
 * Reads a switch as Chromium and Node do, whichever is more generous: one or two dashes (on Windows a slash is one too, and so is
 * never accepted here), any case, `_` for `-`.
 */
function readSwitch(argument: string): { name: string | null; value: string | null } {
  const match = /^--?([A-Za-z][A-Za-z0-9_-]*)(?:=(.*))?$/s.exec(argument);
  if (match === null) return { name: null, value: null };
  return { name: (match[1] ?? '').toLowerCase().replaceAll('_', '-'), value: match[2] ?? null };
}

/** The station's arguments, with `folder` for its data unless they name one: an installed program starts in a folder it may not write. */
export function withDataFolder(station: readonly string[], folder: string): string[] {
  return station.includes('--data') ? [...station] : ['--data', folder, ...station];
}

/** Quotes an argument for a message: one line, bounded. */
const shown = (argument: string) => JSON.stringify(argument.slice(0, 80));
