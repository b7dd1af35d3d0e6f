/** The things on the shop’s shelf, drawn where they stand in a scene 1080 wide whose board begins at 716. */

/** A jug of branches. */
export const Jug = () => (
  <g>
    <path
      className="stem"
      d="M238 470C230 380 190 330 150 270M244 470c0-100 14-170 44-250M250 470c10-70 44-120 92-150M236 480c-24-60-60-90-110-104"
    />
    <g fill="var(--leaf-deep)">
      <path d="M150 270c-34-4-52-26-52-56 34 4 54 26 52 56zM186 330c-36 6-60-8-72-34 34-6 60 6 72 34zM288 220c-22-26-20-56 2-80 22 26 22 56-2 80zM266 300c26-26 56-28 80-12-20 28-50 32-80 12z" />
    </g>
    <g fill="var(--leaf)">
      <path d="M342 320c8-32 34-46 64-40-8 32-34 46-64 40zM126 376c-32 10-58-2-72-28 32-10 58 2 72 28zM258 250c-34-8-48-32-42-62 32 8 48 32 42 62zM210 400c-34 0-54-18-58-46 32 0 54 18 58 46z" />
    </g>
    <g fill="var(--clay)">
      <circle cx="304" cy="262" r="15" />
      <circle cx="330" cy="352" r="13" />
      <circle cx="168" cy="300" r="13" />
      <circle cx="214" cy="228" r="11" />
    </g>
    <path fill="var(--jug)" d="M188 470h116c-2 40 46 84 46 158 0 66-34 112-72 112h-68c-38 0-72-46-72-112 0-74 52-118 50-158z" />
    <path
      fill="var(--jug-shade)"
      d="M262 470h42c-2 40 46 84 46 158 0 66-34 112-72 112h-30c48-20 72-70 68-132-4-64-50-98-54-138z"
    />
    <path
      fill="none"
      stroke="var(--jug-shade)"
      strokeWidth="22"
      strokeLinecap="round"
      d="M318 520c58-22 92 20 78 66-8 28-30 44-58 50"
    />
    <path className="engraved" d="M164 606c-6 42 4 78 24 102" />
  </g>
);

/** The cloth under the bread, for a scene whose board is seen. */
export const Cloth = () => (
  <g>
    <path
      fill="var(--cloth)"
      d="M392 716c40-30 88-22 130-28s120-26 176-8 88 24 112 36v34c-18 26-34 8-54 18s-40 22-66 8-46 10-76 10-44-20-74-14-54 10-80-6-40 6-54-8-12-26-14-42z"
    />
    <path className="stripe" d="M416 720c60-26 180-26 366-4M424 738c80-22 200-22 356-6" />
  </g>
);

/** A loaf, and a baguette behind it. */
export const Loaves = () => (
  <g>
    <path
      fill="var(--crust-deep)"
      d="M420 640c60-76 196-188 274-214 34-10 50 18 28 46-56 72-178 172-262 214-34 16-62-18-40-46z"
    />
    <path fill="var(--crust)" d="M424 634c62-74 190-178 264-204 26-8 38 10 20 34-58 70-172 164-252 206-28 14-50-12-32-36z" />
    <path
      className="engraved"
      d="M480 622c0-24-6-38-18-50M532 584c2-24-4-40-16-52M584 544c2-24-4-40-16-52M634 502c2-22-4-36-16-46"
    />
    <path
      fill="var(--crust-deep)"
      d="M404 694c-16-70 48-140 164-150 118-10 212 42 214 116 2 52-40 78-118 82H470c-40 0-60-18-66-48z"
    />
    <path fill="var(--crust)" d="M412 682c-10-64 52-124 158-132 108-8 194 38 196 104 0 42-38 62-108 66H472c-36 0-54-14-60-38z" />
    <path
      className="engraved wide"
      d="M470 676c24-40 24-70 8-100M548 680c26-46 26-84 8-122M628 676c26-44 24-80 4-116M704 660c18-32 16-58 0-84"
    />
    <path fill="var(--straw)" opacity=".5" d="M440 640c14-40 62-68 124-74 22-2 22 6 2 10-56 10-92 34-112 70-8 12-18 8-14-6z" />
  </g>
);

/** A jar of honey. */
export const Jar = () => (
  <g>
    <path fill="var(--jar)" d="M838 494h112c0 20 26 30 26 62v148c0 22-16 38-38 38h-88c-22 0-38-16-38-38V556c0-32 26-42 26-62z" />
    <path fill="var(--honey)" d="M812 590c40-16 116 14 164-2v116c0 22-16 38-38 38h-88c-22 0-38-16-38-38z" />
    <rect x="826" y="456" width="136" height="44" rx="12" fill="var(--leaf-deep)" />
    <rect x="840" y="624" width="108" height="64" rx="6" fill="var(--cream)" />
    <path className="pencil" d="M858 646h72M858 664h44" />
    <path className="engraved" d="M832 566c2-16 14-24 22-34" />
  </g>
);

/** A pear. */
export const Pear = () => (
  <g>
    <path
      fill="var(--pear)"
      d="M746 604c18-4 30 8 34 30 6 28 40 38 40 76 0 26-24 42-58 42s-62-14-62-44c0-40 34-52 30-80-1-12 4-22 16-24z"
    />
    <path
      fill="var(--pear-shade)"
      d="M780 634c6 28 40 38 40 76 0 26-24 42-58 42-8 0-14-1-20-3 36-4 54-24 46-56-6-24-16-36-8-59z"
    />
    <path className="stem thin" d="M748 606c-2-18 2-30 12-40" />
    <path fill="var(--leaf)" d="M754 584c12-22 32-28 54-20-10 22-30 30-54 20z" />
    <path className="engraved" d="M722 700c2-14 10-22 16-30" />
  </g>
);
