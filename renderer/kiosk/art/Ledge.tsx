import { Jar, Jug, Loaves, Pear } from './shelf-things.tsx';

/** The same shelf as in the first scene, without its wall: the shop is still the shop once one has begun. */
export function Ledge() {
  return (
    <svg
      className="art still-life"
      viewBox="30 128 980 614"
      preserveAspectRatio="xMaxYMax meet"
      aria-hidden="true"
      focusable="false"
    >
      <Jug />
      <Loaves />
      <Jar />
      <Pear />
    </svg>
  );
}
