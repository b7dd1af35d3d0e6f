import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { kioskUrl } from './app-origin.ts';
import { onSecondStart, type WindowState } from './single-instance.ts';
import type { Recovery } from './watchdog.ts';
import { kioskWindowOptions, type WindowSettings } from './window-options.ts';

export interface KioskWindowParts extends WindowSettings {
  create(options: BrowserWindowConstructorOptions): BrowserWindow;
  /** The page is on the screen. */
  shown(): void;
  /** A page has been loaded and starts from nothing. */
  opened(): void;
  crashed(): void;
}

/** The one window: makes it, keeps it, and makes it anew when it is lost. */
export class KioskWindow {
  readonly #parts: KioskWindowParts;
  #window: BrowserWindow | null = null;
  #crashed = false;
  #textFocused = false;

  constructor(parts: KioskWindowParts) {
    this.#parts = parts;
  }

  /** Identity of the open page; null when there is none. */
  get contentsId(): number | null {
    return this.#window?.webContents.id ?? null;
  }

  get textFocused(): boolean {
    return this.#textFocused;
  }

  set textFocused(focused: boolean) {
    this.#textFocused = focused;
  }

  open(): void {
    if (this.#window !== null) return;
    const { create, shown, opened, crashed } = this.#parts;
    const window = create(kioskWindowOptions(this.#parts));
    this.#window = window;
    this.#crashed = false;
    window.setAlwaysOnTop(true, 'screen-saver');
    window.once('ready-to-show', () => {
      window.show();
      shown();
    });
    window.on('close', (event) => event.preventDefault());
    window.on('closed', () => {
      if (this.#window !== window) return;
      this.#window = null;
      this.open();
    });
    window.webContents.on('did-start-loading', () => {
      this.#textFocused = false;
    });
    window.webContents.on('did-finish-load', () => {
      this.#crashed = false;
      opened();
    });
    window.webContents.on('render-process-gone', () => {
      if (this.#window !== window) return;
      this.#crashed = true;
      crashed();
    });
    // A failed load shows a blank page; the watchdog sees that and tries again.
    window.loadURL(kioskUrl).catch(() => {});
  }

  /** Does what the watchdog asks, short of ending the program. */
  recover(how: Exclude<Recovery, 'relaunch'>): void {
    if (how === 'reload' && this.#window !== null) this.#window.webContents.reload();
    else this.#recreate();
  }

  /** Somebody started the program a second time. */
  secondStart(): void {
    if (onSecondStart(this.#state) === 'focus') this.#window?.focus();
    else this.#recreate();
  }

  /** Lets the window go for good. */
  close(): void {
    const window = this.#window;
    this.#window = null;
    window?.destroy();
  }

  get #state(): WindowState {
    if (this.#window === null) return 'none';
    return this.#crashed ? 'crashed' : 'shown';
  }

  #recreate(): void {
    const window = this.#window;
    // Let go first: the end of the old page's process must not count as a new crash.
    this.#window = null;
    // A page that hangs would not answer a reload; its process goes, and whatever it remembered with it.
    window?.webContents.forcefullyCrashRenderer();
    window?.destroy();
    this.open();
  }
}
