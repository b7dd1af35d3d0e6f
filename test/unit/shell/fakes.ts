import { EventEmitter } from 'node:events';
import type { BrowserWindow, BrowserWindowConstructorOptions, Session, WebContents } from 'electron';

/** An event as Electron hands it out: preventing it is all a listener can do. */
export class FakeEvent {
  defaultPrevented = false;
  readonly url: string;
  readonly isMainFrame: boolean;
  constructor(url = '', isMainFrame = true) {
    this.url = url;
    this.isMainFrame = isMainFrame;
  }
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/** Mirrors the parts of a page the shell touches. `forcefullyCrashRenderer` reports the crash, as the real one does. */
export class FakeContents extends EventEmitter {
  static #ids = 0;
  readonly id: number;
  openHandler: (() => { action: string }) | null = null;
  reloads = 0;
  toolsClosed = 0;
  zoom: number | null = null;
  constructor() {
    super();
    FakeContents.#ids += 1;
    this.id = FakeContents.#ids;
  }
  setWindowOpenHandler(handler: () => { action: string }): void {
    this.openHandler = handler;
  }
  async setVisualZoomLevelLimits(): Promise<void> {}
  setZoomFactor(factor: number): void {
    this.zoom = factor;
  }
  closeDevTools(): void {
    this.toolsClosed += 1;
  }
  reload(): void {
    this.reloads += 1;
  }
  forcefullyCrashRenderer(): void {
    this.emit('render-process-gone', new FakeEvent(), { reason: 'killed' });
  }
  /** Emits a preventable event and says whether it was prevented. */
  prevented(name: string, event = new FakeEvent(), ...more: unknown[]): boolean {
    this.emit(name, event, ...more);
    return event.defaultPrevented;
  }
  get real(): WebContents {
    return this as unknown as WebContents;
  }
}

/** Mirrors a window: `destroy` emits `closed` without asking, `close` asks first. */
export class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents();
  readonly options: BrowserWindowConstructorOptions;
  readonly loaded: string[] = [];
  level = '';
  shown = 0;
  focused = 0;
  destroyed = false;
  failLoad = false;
  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
  }
  setAlwaysOnTop(_on: boolean, level: string): void {
    this.level = level;
  }
  async loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    if (this.failLoad) throw new Error('ERR_FAILED');
  }
  show(): void {
    this.shown += 1;
  }
  focus(): void {
    this.focused += 1;
  }
  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.emit('closed');
  }
  get real(): BrowserWindow {
    return this as unknown as BrowserWindow;
  }
}

type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0];

/** Keeps what the shell installs on a session. */
export class FakeSession extends EventEmitter {
  request: NonNullable<RequestHandler> | null = null;
  check: NonNullable<CheckHandler> | null = null;
  device: ((details: unknown) => boolean) | null = null;
  spelling = true;
  before: ((details: { url: string }, answer: (reply: { cancel: boolean }) => void) => void) | null = null;
  readonly webRequest = {
    onBeforeRequest: (handler: NonNullable<FakeSession['before']>) => {
      this.before = handler;
    },
  };
  setPermissionRequestHandler(handler: NonNullable<RequestHandler>): void {
    this.request = handler;
  }
  setPermissionCheckHandler(handler: NonNullable<CheckHandler>): void {
    this.check = handler;
  }
  setDevicePermissionHandler(handler: (details: unknown) => boolean): void {
    this.device = handler;
  }
  setSpellCheckerEnabled(on: boolean): void {
    this.spelling = on;
  }
  get real(): Session {
    return this as unknown as Session;
  }
}
