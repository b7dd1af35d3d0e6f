import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';

/**
 * Draws `page` into `place`.
 * @returns a function that throws everything drawn away and draws it anew, in one task and so without a flash. React keeps each tree it
 * has shown until a later change happens to overwrite it, with whatever a shopper saw there; a tree that is gone keeps nothing.
 */
export function freshRoot(place: Element, page: ReactNode): () => void {
  let root: Root;
  const draw = () => {
    root = createRoot(place);
    flushSync(() => root.render(page));
  };
  draw();
  return () => {
    root.unmount();
    draw();
    // The engine remembers the whole text that a regular expression was last tried on (`RegExp.input`): a sentence with a name in it.
    /^/.exec('');
  };
}
