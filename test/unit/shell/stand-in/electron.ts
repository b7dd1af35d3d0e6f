import { EventEmitter } from 'node:events';
import { writeSync } from 'node:fs';
import type { BrowserWindowConstructorOptions } from 'electron';
import { FakeContents, FakeEvent, FakeSession, FakeWindow } from '../fakes.ts';

/**
 * Stands for the `electron` module in a process of its own. Mirrors the order of a start (the entry module runs to its end, then the
 * app is ready), the lock, sessions by partition, and a utility process that reports through messages. It plays one scene, writes what
 * it saw as lines of JSON, and ends as `app.exit` does.
 */
const scene = process.env.SCENE ?? 'start';
const say = (what: string, value: unknown = null) => writeSync(1, `${JSON.stringify([what, value])}\n`);

class FakeApp extends EventEmitter {
  readonly isPackaged = scene !== 'developer';
  setName(name: string): void {
    say('name', name);
  }
  getPath(name: string): string {
    return `/home/kiosk/${name}`;
  }
  requestSingleInstanceLock(): boolean {
    return scene !== 'second';
  }
  readonly commandLine = { appendSwitch: (name: string) => say('switch', name) };
  enableSandbox(): void {
    say('sandbox');
  }
  relaunch(): void {
    say('relaunch');
  }
  exit(code: number): void {
    say('exit', code);
    process.exit(code);
  }
  async whenReady(): Promise<void> {
    await new Promise((later) => setImmediate(later));
    say('ready');
    // After everything that waits for readiness has run.
    setImmediate(() => void play());
  }
}

class FakeUtilityProcess extends EventEmitter {
  postMessage(): void {}
  kill(): boolean {
    say('station killed');
    // A real one takes its time.
    setImmediate(() => this.emit('exit', 0));
    return true;
  }
}

type Handler = (request: Request) => Promise<Response>;
class FakeProtocolSession extends FakeSession {
  handler: Handler | null = null;
  readonly protocol = {
    handle: (scheme: string, handler: Handler) => {
      say('handles', scheme);
      this.handler = handler;
    },
  };
}

export const app = new FakeApp();
// An installed program's arguments follow its own name; only a developer's command line names the script as well.
if (app.isPackaged) process.argv.splice(1, 1);
export const ipcMain = new EventEmitter();
export const powerMonitor = new EventEmitter();
export const Menu = { setApplicationMenu: (menu: unknown) => say('menu', menu) };
export const protocol = {
  registerSchemesAsPrivileged: (schemes: { scheme: string }[]) =>
    say(
      'schemes',
      schemes.map(({ scheme }) => scheme),
    ),
};
const kioskSession = new FakeProtocolSession();
export const session = {
  fromPartition: (partition: string) => {
    say('partition', partition);
    return kioskSession;
  },
};
const stations: FakeUtilityProcess[] = [];
export const utilityProcess = {
  fork: (path: string, args: string[]) => {
    say('fork', [path.replaceAll('\\', '/').split('/').slice(-2).join('/'), ...args]);
    const station = new FakeUtilityProcess();
    stations.push(station);
    return station;
  },
};
const windows: FakeWindow[] = [];
export class BrowserWindow extends FakeWindow {
  constructor(options: BrowserWindowConstructorOptions) {
    super(options);
    say('window', options.webPreferences?.preload?.replaceAll('\\', '/').split('/').slice(-2).join('/'));
    windows.push(this);
    app.emit('web-contents-created', new FakeEvent(), this.webContents);
  }
}

const health = async () => {
  const reply = await kioskSession.handler?.(new Request('app://kiosk/api/health'));
  say('health', [reply?.status, await reply?.json()]);
};

async function play(): Promise<void> {
  if (scene === 'start') {
    await health();
    stations[0]?.emit('message', { type: 'ready', origin: process.env.ORIGIN, secret: 's'.repeat(32) });
  }
  await health();
  const [window] = windows;
  if (window === undefined) throw new Error('no window');
  say('leaves', !window.webContents.prevented('will-navigate', new FakeEvent('https://example.org/')));
  const back = { type: 'keyDown', key: 'Backspace', control: false, alt: false, meta: false };
  const types = () => !window.webContents.prevented('before-input-event', new FakeEvent(), back);
  say('types', types());
  const from = (origin: string, contents: FakeContents) => ({ sender: contents, senderFrame: { origin, parent: null } });
  ipcMain.emit('prevenance:text-focus', from('https://example.org', window.webContents), true);
  ipcMain.emit('prevenance:text-focus', from('app://kiosk', new FakeContents()), true);
  ipcMain.emit('prevenance:text-focus', from('app://kiosk', window.webContents), 'yes');
  say('types', types());
  ipcMain.emit('prevenance:text-focus', from('app://kiosk', window.webContents), true);
  say('types', types());
  ipcMain.emit('prevenance:beat', from('app://kiosk', window.webContents), { content: true, painted: true });
  window.emit('ready-to-show');
  app.emit('second-instance');
  say('focused', window.focused);
  window.webContents.emit('render-process-gone', new FakeEvent(), { reason: 'crashed' });
  say('secret in environment', process.env.PREVENANCE_STATION_SECRET !== undefined);
  const quit = new FakeEvent();
  app.emit('before-quit', quit);
  say('quits by itself', !quit.defaultPrevented);
}
