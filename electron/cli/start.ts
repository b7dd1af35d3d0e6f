import { systemClock } from '../clock.ts';
import { type ConfigInput, loadConfig } from '../config.ts';
import { type OpenedKiosk, openKiosk } from '../shell/runtime.ts';
import { type Station, startStation } from '../station.ts';
import { buildIfNeeded } from './build.ts';

type Flags = Omit<ConfigInput, 'kiosk' | 'listen'> & { config?: string; listen?: string };

/** `192.168.1.5`, `192.168.1.5:7443`, `[fd00::5]:7443` */
function listenFlag(text: string | undefined): ConfigInput['listen'] {
  if (text === undefined) return undefined;
  const [, bracketed, plain, port] = /^(?:\[(.+)\]|([^:]+|.*:.*:.*?))(?::(\d+))?$/.exec(text) ?? [];
  return { host: bracketed ?? plain ?? text, ...(port === undefined ? {} : { port: Number(port) }) };
}

function announce({ origin, lan, demo, setupCode }: Station, folder: string): void {
  const lines = [
    '',
    `  Kiosk     ${origin}/kiosk`,
    `  Staff     ${origin}/staff${demo ? '      (code LEA, PIN 1234)' : ''}`,
    `  Manager   ${origin}/manager${demo ? '    (password demo-manager)' : ''}`,
    ...lan.flatMap((name) => [`  Network   ${name}/staff`, `            ${name}/manager`]),
    '',
  ];
  if (lan.some((name) => name.startsWith('http:'))) {
    lines.push('  NOT ENCRYPTED: everybody on this network can read PINs, passwords and sessions.', '');
  }
  if (setupCode !== null) lines.push(`  First start: open the manager page and enter the one-time code  ${setupCode}`, '');
  if (demo) {
    const data = folder === 'data' ? '' : ` --data ${folder}`;
    lines.push(
      `  Make a demo customer walk up:   npm run prevenance -- walk camille${data}`,
      '  (also: sam, nour, and stranger, whose beacon nobody knows)',
      '',
    );
  }
  lines.push('  Ctrl-C stops.', '');
  console.log(lines.join('\n'));
}

/** Resolves when somebody asks this process to end. */
const asked = (): Promise<void> =>
  new Promise((resolve) => {
    // Listening on: npm and the terminal both send one Ctrl-C, and the second must not kill what the first is stopping.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });

/** `prevenance start` */
export async function start({ config: file, listen, ...flags }: Flags): Promise<void> {
  const config = loadConfig(file, { ...flags, listen: listenFlag(listen) });
  const say = (line: string) => console.log(line);
  buildIfNeeded('pages', say);
  const station = await startStation(config, { clock: systemClock });
  const end = asked();
  // Something must keep the process alive while the timers do not.
  const alive = setInterval(() => {}, 60_000);

  announce(station, config.data ?? 'data');
  let window: OpenedKiosk = { opened: false, why: 'headless' };
  if (config.headless) say('No kiosk window: started with --headless.');
  else {
    if (process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined) buildIfNeeded('station', say);
    window = await Promise.race([
      openKiosk({ origin: station.origin, secret: station.secret, log: say }),
      end.then((): OpenedKiosk => ({ opened: false, why: 'stopping' })),
    ]);
    say(
      window.opened
        ? 'The kiosk window is open.'
        : `No kiosk window: ${window.why}. Open the kiosk address in a browser instead.`,
    );
  }

  await end;
  say('Stopping …');
  if (window.opened) await window.close();
  await station.stop();
  clearInterval(alive);
  say('Stopped.');
}
