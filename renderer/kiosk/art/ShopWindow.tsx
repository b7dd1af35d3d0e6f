import type { ReactNode } from 'react';
import { Cloth, Jar, Jug, Loaves, Pear } from './shelf-things.tsx';

/**
 * One sheet of the scene. Each is a layer of its own, so that the light moves on the compositor and nothing is ever painted again:
 * a shape that moves within a drawing would make the whole drawing be painted at every frame.
 */
function Sheet({ className, children }: { readonly className: string; readonly children: ReactNode }) {
  return (
    <svg
      className={`art still-life sheet ${className}`}
      viewBox="-118 -518 1316 1378"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

/** The window of the shop: bread, fruit and flowers on a shelf, and the light of the street that wanders over them. */
export function ShopWindow() {
  return (
    <>
      <Sheet className="drifts">
        <rect x="-1080" y="-1000" width="3240" height="1860" fill="var(--wall)" />
      </Sheet>
      <Sheet className="window-light">
        <path d="M36-300h236l330 760H366zM322-300h236l330 760H652z" fill="var(--light)" />
        <path d="M386 506h236l160 370H546zM672 506h236l160 370H832z" fill="var(--light)" />
      </Sheet>
      <Sheet className="drifts">
        <rect x="-1080" y="716" width="3240" height="244" fill="var(--board)" />
        <rect x="-1080" y="716" width="3240" height="10" fill="var(--board-edge)" />
        <path
          className="grain"
          d="M-900 770c300 8 600-14 900 0 240-10 420 12 640 2s300-6 440 0 600-10 900 0M-900 818c300-6 600 10 900 0 180 8 380-6 560 2s380 2 520-4 600 8 900 0"
        />
        <g fill="var(--board-edge)" opacity=".55">
          <ellipse cx="246" cy="744" rx="128" ry="15" />
          <ellipse cx="560" cy="752" rx="270" ry="19" />
          <ellipse cx="880" cy="744" rx="120" ry="15" />
        </g>
        <Jug />
        <Cloth />
        <Loaves />
        <Jar />
        <Pear />
      </Sheet>
    </>
  );
}
