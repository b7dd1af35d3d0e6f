/** A colour as pages receive it: `#rrggbb`, eight bits a channel, so that what was checked is what is painted. */
export type Hex = `#${string}`;

/** OKLCH: lightness 0…1, chroma 0…about 0.37 in sRGB, hue in degrees. */
export interface Oklch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

type Triple = readonly [number, number, number];

/** sRGB transfer function and its inverse (IEC 61966-2-1, as in CSS Color 4, §10.2). */
const toLinear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const fromLinear = (v: number): number => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);

/** OKLab to linear sRGB (B. Ottosson, “A perceptual color space for image processing”, 2020). */
function labToLinear(l: number, a: number, b: number): Triple {
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

/** Linear sRGB to OKLab (the same source). */
function linearToLab([r, g, b]: Triple): Triple {
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const medium = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ];
}

const cartesian = ({ l, c, h }: Oklch): Triple => {
  const angle = (h * Math.PI) / 180;
  return [l, c * Math.cos(angle), c * Math.sin(angle)];
};

/** Rounding of the matrices is no reason to call a colour of the screen's own out of gamut. */
const slack = 1e-6;
const inGamut = (rgb: Triple): boolean => rgb.every((v) => v >= -slack && v <= 1 + slack);

const channels = (hex: Hex): Triple => {
  const n = Number.parseInt(hex.slice(1), 16);
  return [(n >> 16) / 255, ((n >> 8) & 255) / 255, (n & 255) / 255];
};
const linear = (hex: Hex): Triple => {
  const [r, g, b] = channels(hex);
  return [toLinear(r), toLinear(g), toLinear(b)];
};

/**
 * The nearest colour a screen can show, with its lightness and hue kept: too much chroma is taken away by halving
 * (CSS Color 4, §13.2, without its last clip: contrast depends on lightness, which clipping would change).
 */
export function toHex(colour: Oklch): Hex {
  const l = Math.min(1, Math.max(0, colour.l));
  const at = (c: number) => labToLinear(...cartesian({ l, c, h: colour.h }));
  let rgb = at(colour.c);
  if (!inGamut(rgb)) {
    let low = 0;
    let high = colour.c;
    for (let step = 0; step < 16; step += 1) {
      const middle = (low + high) / 2;
      if (inGamut(at(middle))) low = middle;
      else high = middle;
    }
    rgb = at(low);
  }
  const byte = (v: number) =>
    Math.round(Math.min(1, Math.max(0, fromLinear(Math.max(0, v)))) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${rgb.map(byte).join('')}`;
}

export function toOklch(hex: Hex): Oklch {
  const [l, a, b] = linearToLab(linear(hex));
  const c = Math.hypot(a, b);
  // A grey has no hue; what the matrices leave of one is noise.
  if (c < 1e-4) return { l, c: 0, h: 0 };
  return { l, c, h: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360 };
}

/** How far apart two colours look: the distance in OKLab (CSS Color 4, “deltaE OK”). */
export function difference(one: Hex, other: Hex): number {
  const [l, a, b] = linearToLab(linear(one));
  const [l2, a2, b2] = linearToLab(linear(other));
  return Math.hypot(l - l2, a - a2, b - b2);
}

/** Relative luminance (WCAG 2.2, glossary), with the corrected threshold of the sRGB standard. */
function luminance(hex: Hex): number {
  const [r, g, b] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two colours, 1…21 (WCAG 2.2, glossary). */
export function contrast(one: Hex, other: Hex): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
