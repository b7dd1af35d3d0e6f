/** Drawings of fresh goods, each in a square of 160. */

export const Bakery = () => (
  <>
    <path fill="var(--crust-deep)" d="M22 104c-6-20 10-40 40-48s64-4 74 14c9 16-2 38-28 47-34 12-79 9-86-13z" />
    <path fill="var(--crust)" d="M24 98c-4-18 12-34 40-41s60-4 69 11c8 14-3 32-26 40-32 11-77 8-83-10z" />
    <path
      className="scratch"
      strokeWidth="5"
      d="M48 96c4-12 3-22-3-32M74 98c5-14 4-28-2-41M101 95c5-13 4-26-3-39M122 82c3-7 2-14-2-21"
    />
    <path fill="var(--straw)" d="M38 132c20-3 44-3 84 0-24 6-62 6-84 0z" opacity=".7" />
  </>
);

export const Produce = () => (
  <>
    <path fill="var(--leaf)" d="M84 66c-2-16 6-28 22-32 2 16-6 28-22 32z" />
    <path fill="var(--berry)" d="M80 72c10-10 30-12 42 0 12 13 9 40-6 54-10 9-24 9-33 2z" />
    <path fill="var(--clay)" d="M82 70c-10-8-28-8-38 4-12 14-8 38 5 52 9 9 24 11 35 3 7-8 8-48-2-59z" />
    <path className="scratch" d="M54 82c-7 8-7 20-3 30" />
    <path className="line" d="M82 72c-1-10-4-18-9-24" />
    <path fill="var(--leaf-deep)" d="M22 128c10-16 24-20 36-14-4 12-20 20-36 14z" />
    <path className="scratch" d="M30 125c8-3 14-5 20-8" />
  </>
);

export const Dairy = () => (
  <>
    <path fill="var(--mist)" d="M52 30h28v16c0 8 12 14 12 28v50a10 10 0 0 1-10 10H50a10 10 0 0 1-10-10V74c0-14 12-20 12-28z" />
    <path fill="var(--cream)" d="M40 82c16-7 34 6 52-1v43a10 10 0 0 1-10 10H50a10 10 0 0 1-10-10z" />
    <path fill="var(--leaf-deep)" d="M49 22h34v12H49z" />
    <path className="scratch" d="M50 70c1-6 5-11 9-16" />
    <path fill="var(--straw)" d="M84 134l58-38v30a8 8 0 0 1-8 8z" />
    <path fill="var(--crust)" d="M84 134l2-12 56-26v8z" opacity=".55" />
    <circle cx="122" cy="122" r="6" fill="var(--crust)" />
    <circle cx="104" cy="128" r="4" fill="var(--crust)" />
  </>
);

export const Meat = () => (
  <>
    <path fill="var(--berry)" d="M30 96c-8-30 20-58 56-54 32 3 50 28 42 52-7 22-34 20-50 30-18 11-42 0-48-28z" />
    <path fill="var(--cream)" d="M44 94c-4-20 16-38 42-36 22 2 34 18 29 32-5 15-26 14-40 22-13 8-28 0-31-18z" opacity=".9" />
    <path fill="var(--clay)" d="M54 93c-2-14 13-25 32-23 16 1 24 11 21 21-4 10-20 10-31 16-10 5-20-2-22-14z" />
    <circle cx="80" cy="86" r="8" fill="var(--cream)" />
  </>
);

export const Fish = () => (
  <>
    <path fill="var(--slate)" d="M20 82c22-34 66-38 94-6l26-22c2 18 2 36 0 54l-26-22c-28 32-72 28-94-4z" />
    <path fill="var(--mist)" d="M24 84c26 10 60 10 88-4-24 30-66 32-88 4z" />
    <circle cx="46" cy="74" r="5" fill="var(--scratch)" />
    <path className="scratch" d="M64 62c7 12 7 26 0 38M82 64c5 10 5 20 0 30M98 70c3 6 3 12 0 18M128 72v20" />
  </>
);

export const Flowers = () => (
  <>
    <path className="line" stroke="var(--leaf-deep)" d="M80 138V74M80 116c-12-4-20-12-24-24M80 106c10-4 18-10 22-22" />
    <path fill="var(--leaf)" d="M80 124c-18 2-30-4-36-16 18-3 30 3 36 16zM80 116c16 0 28-6 32-18-16-1-28 5-32 18z" />
    <g fill="var(--clay)">
      <circle cx="80" cy="38" r="14" />
      <circle cx="60" cy="52" r="14" />
      <circle cx="100" cy="52" r="14" />
      <circle cx="68" cy="74" r="14" />
      <circle cx="92" cy="74" r="14" />
    </g>
    <circle cx="80" cy="58" r="12" fill="var(--straw)" />
  </>
);
