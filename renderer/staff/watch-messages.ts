/** The address a message about a call leads to: `/staff#` and the call. */
const callOf = (hash: string): string | null => /^#([\w-]{36})$/.exec(hash)?.[1] ?? null;

/**
 * Tells `ask` which call's message was tapped: by the address the page was opened with, or by the worker when the page was open already.
 * The address keeps nothing of it: a page opened again later begins with the most urgent call.
 * @returns a function that stops watching
 */
export function watchMessages(ask: (callId: string) => void): () => void {
  const look = () => {
    const callId = callOf(location.hash);
    if (callId === null) return;
    history.replaceState(null, '', location.pathname);
    ask(callId);
  };
  const told = ({ data }: MessageEvent) => {
    const callId = callOf(`#${String(data)}`);
    if (callId !== null) ask(callId);
  };
  look();
  window.addEventListener('hashchange', look);
  navigator.serviceWorker?.addEventListener('message', told);
  return () => {
    window.removeEventListener('hashchange', look);
    navigator.serviceWorker?.removeEventListener('message', told);
  };
}
