import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, Menu, powerMonitor, protocol, session, utilityProcess } from 'electron';
import { systemClock } from './clock.ts';
import { pagesFolder } from './paths.ts';
import { createAppHandler } from './shell/app-handler.ts';
import { appScheme } from './shell/app-origin.ts';
import { CameraLeave } from './shell/camera-leave.ts';
import { guardContents } from './shell/guard-contents.ts';
import { guardSession } from './shell/guard-session.ts';
import { KioskWindow } from './shell/kiosk-window.ts';
import { channels, isFromKiosk, readBeat } from './shell/page-signals.ts';
import { PageWatch } from './shell/page-watch.ts';
import { relaunchCode, shellLog, shownLine } from './shell/shell-log.ts';
import { onStart } from './shell/single-instance.ts';
import { decideStart, withDataFolder } from './shell/start-arguments.ts';
import { readEnvironment, stationVariables } from './shell/station-address.ts';
import { StationKeeper } from './shell/station-keeper.ts';
import { kioskPartition } from './shell/window-options.ts';

function refuse(why: string): never {
  shellLog(`not started: ${why}`);
  process.exit(2);
}

// Everything down to `whenReady` must happen before Electron is ready, so nothing here waits.
app.setName('prevenance');
const { isPackaged: packaged } = app;
const decision = decideStart(process.argv.slice(packaged ? 1 : 2), packaged);
if (!decision.start) refuse(decision.why);
const given = readEnvironment(process.env);
if (given === 'invalid') refuse(`${Object.values(stationVariables).join(', ')} do not name one station on this machine`);
// Child processes inherit the environment; the secret is none of their business.
delete process.env[stationVariables.secret];
if (onStart(app.requestSingleInstanceLock()) === 'leave') {
  shellLog('it is already running; its window was brought back instead');
  process.exit(0);
}
app.enableSandbox();
// On Linux Chromium speaks through speech-dispatcher only when it is told to; elsewhere the switch means nothing.
app.commandLine.appendSwitch('enable-speech-dispatcher');
protocol.registerSchemesAsPrivileged([
  { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);
Menu.setApplicationMenu(null);

const camera = new CameraLeave();
const keeper = new StationKeeper({
  clock: systemClock,
  log: shellLog,
  lost: () => camera.revoke(),
  spawn: () => {
    const args = withDataFolder(decision.station, join(app.getPath('userData'), 'station'));
    const child = utilityProcess.fork(join(import.meta.dirname, 'headless.js'), args, {
      serviceName: 'Prevenance station',
      stdio: 'inherit',
    });
    return {
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) => child.on('exit', listener),
      kill: () => child.kill(),
    };
  },
});
const kiosk = new KioskWindow({
  packaged,
  preload: join(import.meta.dirname, 'preload.cjs'),
  create: (options) => new BrowserWindow(options),
  shown: () => shellLog(shownLine),
  opened: () => pageWatch.tell({ type: 'opened' }),
  crashed: () => {
    camera.revoke();
    pageWatch.tell({ type: 'crashed' });
  },
});
const pageWatch = new PageWatch(systemClock, (effect) => {
  shellLog(`page ${effect.because}: ${effect.do}`);
  if (effect.do === 'relaunch') void leave(true);
  else kiosk.recover(effect.do);
});

let leaving = false;
async function leave(again: boolean): Promise<void> {
  if (leaving) return;
  leaving = true;
  pageWatch.stop();
  kiosk.close();
  await keeper.stop();
  // A shell that was given a station belongs to the program that gave it, which starts it again.
  if (again && given === 'none') app.relaunch();
  app.exit(again && given !== 'none' ? relaunchCode : 0);
}

app.on('web-contents-created', (_event, contents) =>
  guardContents(contents, {
    packaged,
    textFocused: () => kiosk.textFocused,
    refused: (what) => shellLog(`refused: ${what}`),
  }),
);
app.on('second-instance', () => kiosk.secondStart());
// Without a listener Electron would end with the last window; the window makes itself anew instead.
app.on('window-all-closed', () => {});
app.on('before-quit', (event) => {
  event.preventDefault();
  void leave(false);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void leave(false));

ipcMain.on(channels.beat, (event, message) => {
  const beat = readBeat(message);
  if (beat !== null && fromKiosk(event)) pageWatch.tell({ type: 'beat', beat });
});
ipcMain.on(channels.textFocus, (event, message) => {
  if (typeof message === 'boolean' && fromKiosk(event)) kiosk.textFocused = message;
});
function fromKiosk({ sender, senderFrame }: Electron.IpcMainEvent): boolean {
  const frame = senderFrame === null ? null : { origin: senderFrame.origin, isMain: senderFrame.parent === null };
  return isFromKiosk({ contentsId: sender.id, frame }, kiosk.contentsId);
}

// Not `await`: Electron becomes ready only after this module has run to its end.
void app.whenReady().then(() => {
  const kioskSession = session.fromPartition(kioskPartition);
  guardSession(kioskSession, { packaged, cameraAllowed: () => camera.allowed });
  const handle = createAppHandler({
    root: pagesFolder,
    station: given === 'none' ? () => keeper.address : given,
    tap: () => camera.tap(),
  });
  kioskSession.protocol.handle(appScheme, handle);
  powerMonitor.on('resume', () => pageWatch.tell({ type: 'woke' }));
  if (given === 'none') keeper.start();
  kiosk.open();
  pageWatch.start();
});
