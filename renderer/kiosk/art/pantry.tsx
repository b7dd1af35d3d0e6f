/** Drawings of goods that keep, each in a square of 160. */

export const Grocery = () => (
  <>
    <path fill="var(--clay)" d="M34 62h52a6 6 0 0 1 6 6v58a8 8 0 0 1-8 8H36a8 8 0 0 1-8-8V68a6 6 0 0 1 6-6z" />
    <path fill="var(--leaf-deep)" d="M36 42h48a6 6 0 0 1 6 6v14H30V48a6 6 0 0 1 6-6z" />
    <path fill="var(--cream)" d="M28 82h64v30H28z" />
    <path className="line" d="M42 92h36M42 102h22" />
    <path fill="var(--straw)" d="M100 54l34-8 6 80a8 8 0 0 1-8 8h-30a6 6 0 0 1-6-6z" />
    <path fill="var(--crust)" d="M100 54l34-8 1 14-35 8z" />
    <path className="scratch" d="M106 86c8 0 16-2 22-4M108 100c8 0 14-1 20-3M109 114c7 0 13-1 18-2" />
  </>
);

export const Drinks = () => (
  <>
    <path fill="var(--leaf-deep)" d="M52 22h20v28c0 10 14 16 14 32v46a8 8 0 0 1-8 8H46a8 8 0 0 1-8-8V82c0-16 14-22 14-32z" />
    <path fill="var(--cream)" d="M38 86h48v32H38z" />
    <path className="scratch" d="M46 74c1-6 6-11 9-16" />
    <path className="line" d="M50 97h24M50 107h14" />
    <path fill="var(--mist)" d="M96 74h40l-4 56a7 7 0 0 1-7 6h-18a7 7 0 0 1-7-6z" />
    <path fill="var(--clay)" d="M98 96c12-5 24 5 37 0l-3 34a7 7 0 0 1-7 6h-18a7 7 0 0 1-7-6z" />
    <path className="scratch" d="M108 112v10" />
  </>
);

export const Household = () => (
  <>
    <path fill="var(--slate)" d="M52 44h36l-4 16H64z" />
    <path fill="var(--slate)" d="M44 30h38a10 10 0 0 1 10 10v8H44z" />
    <path fill="var(--leaf)" d="M60 58h26c2 16 14 18 14 36v34a8 8 0 0 1-8 8H54a8 8 0 0 1-8-8V94c0-18 12-20 14-36z" />
    <path fill="var(--cream)" d="M46 96h54v24H46z" />
    <path className="line" d="M30 34h8M28 44h8M32 24l6 3" />
    <circle cx="126" cy="122" r="14" fill="var(--mist)" />
    <circle cx="134" cy="96" r="8" fill="var(--mist)" />
    <circle cx="116" cy="84" r="5" fill="var(--mist)" />
    <path className="scratch" d="M118 118c1-4 4-6 7-7" />
  </>
);

export const Sweets = () => (
  <>
    <path fill="var(--crust-deep)" d="M34 50l70-16a6 6 0 0 1 7 5l14 66a6 6 0 0 1-5 7l-70 16a6 6 0 0 1-7-5L29 57a6 6 0 0 1 5-7z" />
    <path className="scratch" d="M62 46l17 74M88 40l17 74M34 82l86-19M40 106l84-19" />
    <path fill="var(--clay)" d="M40 92l86-20 8 34a6 6 0 0 1-5 7l-74 18a6 6 0 0 1-7-5z" />
    <path fill="var(--cream)" d="M58 100l52-12 3 14-52 12z" />
  </>
);

export const Frozen = () => (
  <>
    <path fill="var(--crust)" d="M52 78h56l-28 62z" />
    <path className="scratch" d="M64 84l26 34M96 84l-26 34" />
    <path fill="var(--cream)" d="M46 74c-4-22 12-40 34-40s38 18 34 40c-6 8-14 2-18 2s-8 8-16 8-12-8-16-8-12 6-18-2z" />
    <path fill="var(--clay)" d="M56 50c4-18 14-26 26-26s22 9 25 24c-8 8-14 0-22 4s-18 6-29-2z" />
    <path className="scratch" d="M70 38c3-3 6-4 10-4" />
  </>
);

export const Breakfast = () => (
  <>
    <path fill="var(--clay)" d="M34 66h76v34a34 34 0 0 1-34 34h-8a34 34 0 0 1-34-34z" />
    <path fill="none" stroke="var(--clay)" strokeWidth="10" d="M110 76h10a14 14 0 0 1 0 28h-12" />
    <path fill="var(--crust-deep)" d="M34 66h76v8H34z" />
    <path className="line" d="M56 52c-6-8 6-12 0-22M76 52c-6-8 6-12 0-22M96 52c-6-8 6-12 0-22" />
    <path className="scratch" d="M46 88c1 12 5 22 13 29" />
  </>
);

export const Basket = () => (
  <>
    <path fill="none" stroke="var(--crust-deep)" strokeWidth="8" strokeLinecap="round" d="M44 78c4-34 20-48 36-48s32 14 36 48" />
    <path fill="var(--leaf)" d="M62 78c-6-18 0-32 14-38 6 16 2 30-4 38z" />
    <path fill="var(--berry)" d="M90 80c-8-14 2-28 16-26 10 2 14 14 8 26z" />
    <path fill="var(--crust)" d="M24 76h112l-12 50a12 12 0 0 1-12 10H48a12 12 0 0 1-12-10z" />
    <path fill="var(--crust-deep)" d="M20 72h120a4 4 0 0 1 4 4v6a4 4 0 0 1-4 4H20a4 4 0 0 1-4-4v-6a4 4 0 0 1 4-4z" />
    <path className="scratch" d="M34 102h92M38 118h84M56 94l4 34M80 94v34M104 94l-4 34" />
  </>
);
