/** Drawings of cheese, pets and paper, each in a square of 160. */

export const Cheese = () => (
  <>
    <path fill="var(--straw)" d="M20 96l84-52c22 8 34 24 36 46v6z" />
    <path fill="var(--crust)" d="M20 96h120v28a8 8 0 0 1-8 8H28a8 8 0 0 1-8-8z" />
    <path fill="var(--straw)" d="M28 100h104v22H28z" opacity=".55" />
    <circle cx="56" cy="114" r="9" fill="var(--crust-deep)" opacity=".55" />
    <circle cx="92" cy="118" r="6" fill="var(--crust-deep)" opacity=".55" />
    <ellipse cx="98" cy="74" rx="13" ry="9" fill="var(--crust)" />
    <ellipse cx="66" cy="86" rx="7" ry="4" fill="var(--crust)" />
    <path className="scratch" d="M112 54c8 6 14 14 17 24" />
  </>
);

export const Pet = () => (
  <>
    <path fill="var(--slate)" d="M54 138c-8-26-2-48 14-58L62 40l20 14h16l20-14-4 40c16 12 22 34 12 58z" />
    <path fill="var(--slate)" d="M122 132c20 2 26-16 18-32-4-8 6-12 10-4 12 26-2 48-28 44z" />
    <circle cx="80" cy="70" r="4" fill="var(--straw)" />
    <circle cx="102" cy="70" r="4" fill="var(--straw)" />
    <path className="scratch" d="M91 78v4M62 78l-16-4M62 84H46M118 78l16-4M118 84h16M78 138v-22M104 138v-22" />
    <path fill="var(--clay)" d="M14 122h40l-5 14a4 4 0 0 1-4 2H23a4 4 0 0 1-4-2z" />
  </>
);

export const Stationery = () => (
  <>
    <path fill="var(--leaf-deep)" d="M34 34h66a8 8 0 0 1 8 8v88a8 8 0 0 1-8 8H34z" />
    <path fill="var(--cream)" d="M50 52h42v26H50z" />
    <path className="line" d="M58 61h26M58 69h16" />
    <path className="scratch" d="M28 48h12M28 66h12M28 84h12M28 102h12M28 120h12" />
    <path fill="var(--straw)" d="M122 40h16v76l-8 20-8-20z" />
    <path fill="var(--clay)" d="M122 34a6 6 0 0 1 6-6h4a6 6 0 0 1 6 6v12h-16z" />
    <path fill="var(--slate)" d="M126 126h8l-4 10z" />
  </>
);
