import type { BrowserWindowConstructorOptions } from 'electron';

/** The window's session: without `persist:` it lives in memory, so nothing a page stores outlives the program. */
export const kioskPartition = 'kiosk';

/** What differs between two kiosk windows. */
export interface WindowSettings {
  /** Absolute path of the built preload script. */
  readonly preload: string;
  /** True in an installed package: no developer tools at all. */
  readonly packaged: boolean;
}

/**
 * Options of the only window. Whatever weakens a page (Node, no isolation, no sandbox, plug-ins, insecure content) is left at
 * Chromium's safe default and named here only where Electron's own default must not be trusted to stay.
 */
export function kioskWindowOptions(settings: WindowSettings): BrowserWindowConstructorOptions {
  return {
    show: false,
    kiosk: true,
    fullscreen: true,
    frame: false,
    alwaysOnTop: true,
    movable: false,
    minimizable: false,
    maximizable: false,
    closable: false,
    // Not `resizable: false`: a window of fixed size is one that some Linux window managers refuse to make fullscreen.
    autoHideMenuBar: true,
    // The paper colour of the pages, so that a start never flashes white.
    backgroundColor: '#fbf9f5',
    webPreferences: {
      preload: settings.preload,
      contextIsolation: true,
      sandbox: true,
      webviewTag: false,
      devTools: !settings.packaged,
      partition: kioskPartition,
      disableDialogs: true,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      // The watchdog's beat must not slow down when the screen sleeps.
      backgroundThrottling: false,
      autoplayPolicy: 'user-gesture-required',
    },
  };
}
