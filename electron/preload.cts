/**
 * The kiosk page's preload script: one sandboxed CommonJS file. It tells the shell that the page lives and whether a text field has
 * the focus, and tells the page that it runs in the shell. Nothing of Electron reaches the page.
 */
{
  const { contextBridge, ipcRenderer } = require('electron') as typeof import('electron');

  /** The few parts of the document used here; the rest of this folder compiles without a DOM. */
  interface Element {
    readonly tagName: string;
    readonly type?: string;
    readonly isContentEditable?: boolean;
    readonly childElementCount: number;
    readonly innerText: string;
    getBoundingClientRect(): { readonly width: number; readonly height: number };
  }
  interface Page {
    readonly document: { getElementById(id: string): Element | null; readonly activeElement: Element | null };
    addEventListener(type: string, listener: () => void, capture: boolean): void;
    requestAnimationFrame(callback: () => void): void;
  }
  const page = globalThis as unknown as Page;

  contextBridge.exposeInMainWorld('prevenance', { shell: 'electron' });

  const beatEveryMs = 5_000;
  let painted = false;

  const hasContent = () => {
    const root = page.document.getElementById('root');
    if (root === null || root.childElementCount === 0) return false;
    const { width, height } = root.getBoundingClientRect();
    return width > 0 && height > 0 && root.innerText.trim() !== '';
  };
  const awaitFrame = () => {
    painted = false;
    page.requestAnimationFrame(() => {
      painted = true;
    });
  };
  setInterval(() => {
    ipcRenderer.send('prevenance:beat', { content: hasContent(), painted });
    awaitFrame();
  }, beatEveryMs);
  awaitFrame();

  const textTypes = new Set(['text', 'search', 'email', 'tel', 'url', 'number', 'password']);
  const isTextField = (element: Element | null) =>
    element !== null &&
    (element.tagName === 'TEXTAREA' ||
      (element.tagName === 'INPUT' && textTypes.has(element.type ?? 'text')) ||
      element.isContentEditable === true);
  let textFocused = false;
  const tellFocus = () => {
    const now = isTextField(page.document.activeElement);
    if (now === textFocused) return;
    textFocused = now;
    ipcRenderer.send('prevenance:text-focus', now);
  };
  page.addEventListener('focusin', tellFocus, true);
  // The element that loses the focus is still the active one during the event.
  page.addEventListener('focusout', () => setTimeout(tellFocus, 0), true);
}
