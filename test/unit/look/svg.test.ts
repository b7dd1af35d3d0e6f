import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanSvg } from '../../../shared/look/svg.ts';

const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${inside}</svg>`;

describe('a logo', () => {
  it('keeps what draws', () => {
    const drawing = svg(
      '<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs><path d="M0 0 L10-3.5e2z" fill="url(#g)" transform="rotate(45 5 5)"/>',
    );
    const cleaned = cleanSvg(`<?xml version="1.0"?>\n<!-- drawn in Lille -->\n${drawing}`);
    expect(cleaned).toHaveProperty('svg');
    const { svg: text } = cleaned as { svg: string };
    expect(text).toContain('fill="url(#g)"');
    expect(text).not.toContain('Lille');
    expect(cleanSvg(text)).toEqual({ svg: text });
  });

  it('loses what an editor left in it, and its styles become attributes', () => {
    const cleaned = cleanSvg(
      svg(
        '<title>Logo</title><metadata><rdf:RDF about="x"><a/></rdf:RDF></metadata><sodipodi:namedview id="v"/><g inkscape:label="1" style="fill: #123456; -x: y"><path d="M0 0"/></g>',
      ),
    );
    expect(cleaned).toEqual({
      svg: svg('<g fill="#123456"><path d="M0 0"/></g>').replace(
        / xmlns="[^"]*"(.*?)>/,
        '$1 xmlns="http://www.w3.org/2000/svg">',
      ),
    });
  });

  it.each([
    ['<script>alert(1)</script>', 'script'],
    ['<g><script href="x"/></g>', 'script'],
    ['<foreignObject><p/></foreignObject>', 'foreignObject'],
    ['<image href="https://example.org/x.png"/>', 'image'],
    ['<use href="#a"/>', 'use'],
    ['<style>a{}</style>', 'style'],
    ['<a><path d="M0 0"/></a>', 'a'],
    ['<animate/>', 'animate'],
    ['<path onload="x()" d="M0 0"/>', 'onload'],
    ['<path xlink:href="x" d="M0 0"/>', 'xlink:href'],
    ['<path fill="url(https://example.org/#a)"/>', 'fill'],
    ['<path fill="url(//example.org)"/>', 'fill'],
    ['<path style="fill:url(data:x)"/>', 'fill'],
    ['<path fill="&#106;avascript"/>', 'fill'],
    ['<text>hello</text>', 'text'],
    ['<g>hello</g>', 'text'],
    ['<![CDATA[x]]>', 'cdata'],
  ])('is refused with %s', (inside, fault) => {
    expect(cleanSvg(svg(inside))).toEqual({ fault });
  });

  it.each([
    ['<!DOCTYPE svg [<!ENTITY x "y">]><svg/>', 'doctype'],
    ['hello', 'not-svg'],
    ['', 'not-svg'],
    ['<html></html>', 'not-svg'],
    ['<svg><g></svg>', 'not-svg'],
    ['<svg/><svg/>', 'not-svg'],
    ['<svg', 'not-svg'],
  ])('is not %s', (text, fault) => {
    expect(cleanSvg(text)).toEqual({ fault });
  });

  it('never lets anything but its own words through', () => {
    const piece = fc.constantFrom(
      '<svg>',
      '</svg>',
      '<g>',
      '</g>',
      '<script>',
      '</script>',
      '<title>',
      '</title>',
      '<x:y>',
      '</x:y>',
      '<path d="M0 0"/>',
      '<path onclick="x"/>',
      ' href="x"',
      '<!--',
      '-->',
      '"',
      '>',
      '<',
      'javascript:',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const cleaned = cleanSvg(pieces.join(''));
        if ('svg' in cleaned) expect(cleaned.svg).toMatch(/^(<\/?(svg|g|path)( (d|xmlns)="[^"<>]*")*\/?>)+$/);
      }),
      { numRuns: 2_000 },
    );
  });
});
