import type { WebContents } from 'electron';
import { mayPress } from '../../shared/access/keys.ts';
import { type Leaving, mayGo } from './navigation.ts';

/** What the guard needs to know and to tell. */
export interface ContentsGuard {
  readonly packaged: boolean;
  textFocused(): boolean;
  /** One line for the log; never an address that could carry what someone typed. */
  refused(what: string): void;
}

/** Puts the rules for leaving, keys and tools on `contents`. Installed on every page that is ever made, so a forgotten one is covered. */
export function guardContents(contents: WebContents, guard: ContentsGuard): void {
  const stop = (how: Leaving) => (event: { url: string; isMainFrame: boolean; preventDefault(): void }) => {
    if (mayGo(how, event.url, event.isMainFrame)) return;
    event.preventDefault();
    guard.refused(how);
  };
  contents.on('will-navigate', stop('navigate'));
  contents.on('will-frame-navigate', stop('frame-navigate'));
  contents.on('will-redirect', stop('redirect'));
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    guard.refused('webview');
  });
  contents.setWindowOpenHandler(() => {
    guard.refused('new-window');
    return { action: 'deny' };
  });
  contents.on('before-input-event', (event, input) => {
    if (!mayPress(input, guard.textFocused())) event.preventDefault();
  });
  contents.on('devtools-opened', () => {
    if (!guard.packaged) return;
    contents.closeDevTools();
    guard.refused('developer-tools');
  });
  // A page that asks "leave this site?" would stop a recovery for ever.
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.on('did-finish-load', () => {
    void contents.setVisualZoomLevelLimits(1, 1);
    contents.setZoomFactor(1);
  });
}
