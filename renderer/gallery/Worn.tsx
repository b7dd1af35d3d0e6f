import { type ReactNode, useLayoutEffect, useRef } from 'react';

/** Shows a part as it looks under a pointer, a finger or the focus, by the attributes that react-aria sets then. */
export function Worn({
  state,
  children,
}: {
  readonly state: 'hovered' | 'pressed' | 'focus-visible';
  readonly children: ReactNode;
}) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    for (const part of place.current?.querySelectorAll('button, input, textarea, label') ?? [])
      part.setAttribute(`data-${state}`, 'true');
  });
  return <div ref={place}>{children}</div>;
}
