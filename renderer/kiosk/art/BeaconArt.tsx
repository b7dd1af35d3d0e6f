/** A hand-sized beacon before a screen. While the kiosk listens, its waves are drawn in full. */
export function BeaconArt({ listening }: { readonly listening: boolean }) {
  return (
    <svg className="art" viewBox="0 0 320 160" aria-hidden="true" focusable="false">
      <rect x="206" y="8" width="92" height="144" rx="12" fill="var(--slate)" />
      <rect x="214" y="18" width="76" height="116" rx="6" fill="var(--wash)" />
      <rect x="226" y="34" width="44" height="8" rx="4" fill="var(--crust)" />
      <rect x="226" y="52" width="52" height="28" rx="6" fill="var(--scratch)" />
      <rect x="226" y="92" width="52" height="12" rx="6" fill="var(--leaf-deep)" />
      <g fill="none" stroke="var(--leaf-deep)" strokeWidth="6" strokeLinecap="round" opacity={listening ? 1 : 0.25}>
        <path d="M132 60c8 12 8 28 0 40M152 48c14 18 14 46 0 64M172 36c20 26 20 62 0 88" />
      </g>
      <rect x="24" y="38" width="84" height="84" rx="30" fill="var(--clay)" />
      <rect x="32" y="46" width="68" height="68" rx="24" fill="var(--crust)" />
      <circle cx="66" cy="80" r="14" fill="none" stroke="var(--scratch)" strokeWidth="5" />
      <path d="M66 38V24a12 12 0 0 1 24 0" fill="none" stroke="var(--slate)" strokeWidth="6" strokeLinecap="round" />
    </svg>
  );
}
