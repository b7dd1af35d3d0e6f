import { Jar, Jug, Loaves, Pear } from './shelf-things.tsx';

/** The scene nobody has touched yet: bread, fruit and flowers on a shelf, and the light of a window that wanders over them. */
export function StillLife() {
  return (
    <svg
      className="art still-life"
      viewBox="0 -270 1080 1130"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
      focusable="false"
    >
      <rect x="-1080" y="-1000" width="3240" height="1860" fill="var(--wall)" />
      <g className="window-light">
        <path d="M36-300h236l330 760H366zM322-300h236l330 760H652z" fill="var(--light)" />
        <path d="M386 506h236l160 370H546zM672 506h236l160 370H832z" fill="var(--light)" />
      </g>
      <rect x="-1080" y="716" width="3240" height="144" fill="var(--board)" />
      <rect x="-1080" y="716" width="3240" height="10" fill="var(--board-edge)" />
      <path className="grain" d="M0 770c240-10 420 12 640 2s300-6 440 0M0 818c180 8 380-6 560 2s380 2 520-4" />

      <g className="shadows" fill="var(--board-edge)" opacity=".55">
        <ellipse cx="246" cy="744" rx="128" ry="15" />
        <ellipse cx="560" cy="752" rx="270" ry="19" />
        <ellipse cx="880" cy="744" rx="120" ry="15" />
      </g>

      <Jug />
      <Loaves />
      <Jar />
      <Pear />
    </svg>
  );
}
