/** Two people across a counter. The second is drawn in full once somebody is really coming. */
export function HandsArt({ coming }: { readonly coming: boolean }) {
  return (
    <svg className="art" viewBox="0 0 320 160" aria-hidden="true" focusable="false">
      <ellipse cx="160" cy="148" rx="148" ry="8" fill="var(--wash)" />
      <g>
        <circle cx="104" cy="44" r="24" fill="var(--crust)" />
        <path d="M58 146c-2-46 16-70 46-70s48 24 46 70z" fill="var(--clay)" />
        <path d="M80 40c0-20 12-30 26-30 16 0 26 12 22 30-14 2-22-6-26-14-4 8-12 14-22 14z" fill="var(--slate)" />
      </g>
      <g opacity={coming ? 1 : 0.3}>
        <circle cx="216" cy="44" r="24" fill="var(--straw)" />
        <path d="M170 146c-2-46 16-70 46-70s48 24 46 70z" fill="var(--leaf)" />
        <path d="M192 44c-4-24 8-36 26-36 20 0 30 16 22 38-4-6-6-12-8-20-10 8-26 10-40 18z" fill="var(--crust-deep)" />
        <path d="M196 92h40l6 54h-52z" fill="var(--leaf-deep)" />
        <path className="scratch" d="M202 92c0-8 4-14 8-16M230 92c0-8-4-14-8-16M206 116h20" />
      </g>
    </svg>
  );
}
