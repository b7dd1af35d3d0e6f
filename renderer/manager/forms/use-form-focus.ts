import { type RefObject, useEffect, useRef } from 'react';

/**
 * The heading of a form that opens over a list takes the focus, which also brings it into view; when the form closes, the heading
 * of the section takes it back. Without this a keyboard stands nowhere, since the button that was pressed is gone.
 */
export function useFormFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const section = heading.current?.closest('.section');
    heading.current?.focus();
    return () => section?.querySelector('h1')?.focus();
  }, []);
  return heading;
}
