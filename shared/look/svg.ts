/** Elements that draw, and nothing else (SVG 2). Not among them on purpose: `use` and `image`, which fetch; `style`; anything that runs. */
const drawing = new Set([
  'svg',
  'g',
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'defs',
  'linearGradient',
  'radialGradient',
  'stop',
  'clipPath',
]);

/** Left out with all they hold: they say who drew it, or what it is called. */
const silent = new Set(['title', 'desc', 'metadata']);

const attributes = new Set([
  'viewBox',
  'width',
  'height',
  'x',
  'y',
  'x1',
  'y1',
  'x2',
  'y2',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'fx',
  'fy',
  'd',
  'points',
  'id',
  'transform',
  'fill',
  'fill-rule',
  'fill-opacity',
  'clip-path',
  'clip-rule',
  'clipPathUnits',
  'stroke',
  'stroke-width',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-miterlimit',
  'stroke-dasharray',
  'stroke-dashoffset',
  'stroke-opacity',
  'opacity',
  'offset',
  'stop-color',
  'stop-opacity',
  'gradientUnits',
  'gradientTransform',
  'spreadMethod',
  'preserveAspectRatio',
]);

/** Numbers, names and colours; of functions only those that draw, and of addresses only those within the drawing. */
const value = /^(?:[\w\s.,%#+-]|(?:rgb|rgba|hsl|matrix|translate|scale|rotate|skewX|skewY)\(|url\(\s*#[\w-]+\s*\)|\))*$/;

const tag = /<\s*(\/?)\s*([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** What keeps a drawing from being a logo: the name of the element or attribute, or that it is none at all. */
type Cleaned = { readonly svg: string } | { readonly fault: string };

/** `style="fill:red"` says what the attribute `fill` says. */
const styled = (text: string): [string, string][] =>
  text.split(';').flatMap((part): [string, string][] => {
    const [name = '', ...rest] = part.split(':');
    return name.trim() === '' ? [] : [[name.trim(), rest.join(':').trim()]];
  });

/** The attributes that draw, or the name of one that must not be there. */
function cleanAttributes(text: string): Map<string, string> | string {
  const kept = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(attribute)) {
    const said = double ?? single ?? '';
    if (/^on/i.test(name) || /href$/i.test(name)) return name;
    const all: [string, string][] = name === 'style' ? styled(said) : [[name, said]];
    for (const [key, one] of all) {
      if (!attributes.has(key)) continue;
      if (!value.test(one)) return key;
      kept.set(key, one.replace(/\s+/g, ' '));
    }
  }
  return kept;
}

const write = (name: string, kept: ReadonlyMap<string, string>, closed: boolean): string =>
  `<${name}${[...kept].map(([key, said]) => ` ${key}="${said}"`).join('')}${closed ? '/>' : '>'}`;

/**
 * Writes an SVG drawing anew from what draws in it. Editors' own marks, titles and comments are left out without a word; a script, a
 * reference to anything outside, an entity or an unknown element refuses the whole.
 */
export function cleanSvg(text: string): Cleaned {
  const body = text
    .replace(/^\uFEFF/, '')
    .replace(/^\s*<\?xml[^>]*\?>/, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .trim();
  if (/<!|<\?/.test(body)) return { fault: body.startsWith('<!') || /<!(DOCTYPE|ENTITY)/i.test(body) ? 'doctype' : 'cdata' };
  const out: string[] = [];
  const open: string[] = [];
  /** Depth at which something is being left out; null while drawing. */
  let skipping: number | null = null;
  let at = 0;
  while (at < body.length) {
    const next = body.indexOf('<', at);
    const between = body.slice(at, next < 0 ? undefined : next);
    if (skipping === null && between.trim() !== '') return { fault: open.length === 0 ? 'not-svg' : 'text' };
    if (next < 0) break;
    tag.lastIndex = next;
    const found = tag.exec(body);
    if (found === null) return { fault: 'not-svg' };
    const [, ends, name = '', rest = '', alone] = found;
    at = tag.lastIndex;
    if (ends) {
      if (open.pop() !== name) return { fault: 'not-svg' };
      if (skipping === null) out.push(`</${name}>`);
      else if (open.length === skipping) skipping = null;
      continue;
    }
    if (out.length === 0 ? name !== 'svg' : open.length === 0) return { fault: 'not-svg' };
    if (skipping === null && (silent.has(name) || name.includes(':'))) {
      if (!alone) skipping = open.length;
    } else if (skipping === null) {
      if (!drawing.has(name)) return { fault: name };
      const kept = cleanAttributes(rest);
      if (typeof kept === 'string') return { fault: kept };
      if (out.length === 0) kept.set('xmlns', 'http://www.w3.org/2000/svg');
      out.push(write(name, kept, Boolean(alone)));
    }
    if (!alone) open.push(name);
  }
  return open.length > 0 || out.length === 0 ? { fault: 'not-svg' } : { svg: out.join('') };
}
