/** A sprig from the jug of the first scene. */
export function SprigArt() {
  return (
    <svg className="art" viewBox="0 0 320 160" aria-hidden="true" focusable="false">
      <path d="M24 128C96 120 180 96 292 40" fill="none" stroke="var(--crust-deep)" strokeWidth="5" strokeLinecap="round" />
      <g fill="var(--leaf-deep)">
        <path d="M96 116c-22-10-32-30-28-54 24 8 34 30 28 54zM172 96c-18-18-22-38-12-60 20 16 24 38 12 60zM238 68c-12-18-12-36 0-54 16 16 16 36 0 54z" />
      </g>
      <g fill="var(--leaf)">
        <path d="M126 112c20-8 42-4 58 14-20 12-44 8-58-14zM206 88c18-12 40-10 58 4-18 14-42 14-58-4z" />
      </g>
      <g fill="var(--clay)">
        <circle cx="74" cy="138" r="10" />
        <circle cx="286" cy="26" r="10" />
        <circle cx="196" cy="136" r="8" />
      </g>
    </svg>
  );
}
