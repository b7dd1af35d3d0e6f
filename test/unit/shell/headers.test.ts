import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ariaStyleHashes, contentSecurityPolicy, type Page, securityHeaders } from '../../../electron/shell/headers.ts';

const pages: Page[] = ['kiosk', 'staff', 'manager', 'transparency', 'preview'];
const directives = (page: Page) =>
  new Map(
    contentSecurityPolicy(page)
      .split('; ')
      .map((directive): [string, string[]] => {
        const [name = '', ...sources] = directive.split(' ');
        return [name, sources];
      }),
  );

test.each(pages)('%s: nothing is loaded but the page’s own files', (page) => {
  const policy = directives(page);
  expect(policy.get('default-src')).toEqual(["'none'"]);
  for (const [name, sources] of policy) {
    for (const source of sources) {
      const icon = name === 'img-src' && source === 'data:';
      const known =
        icon || source === "'self'" || source === "'none'" || source === "'wasm-unsafe-eval'" || source.startsWith("'sha256-");
      expect(known, `${name} ${source}`).toBe(true);
    }
  }
  for (const name of ['object-src', 'base-uri', 'form-action']) expect(policy.get(name), name).toEqual(["'none'"]);
  // One pair alone: the manager's page frames the preview of a look, which holds nothing and can press nothing.
  expect(policy.get('frame-src')).toEqual([page === 'manager' ? "'self'" : "'none'"]);
  expect(policy.get('frame-ancestors')).toEqual([page === 'preview' ? "'self'" : "'none'"]);
});

test('only the kiosk may compile WebAssembly and ask for the camera', () => {
  expect(directives('kiosk').get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  expect(securityHeaders('kiosk')['permissions-policy']).toContain('camera=(self)');
  for (const page of ['staff', 'manager', 'transparency', 'preview'] as const) {
    expect(directives(page).get('script-src')).toEqual(["'self'"]);
    expect(securityHeaders(page)['permissions-policy']).toContain('camera=()');
  }
});

test.each(pages)('%s: the other headers', (page) => {
  const headers = securityHeaders(page);
  expect(headers['permissions-policy']).toContain('microphone=()');
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': page === 'preview' ? 'SAMEORIGIN' : 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  });
  expect(headers).not.toHaveProperty('cross-origin-embedder-policy');
  for (const [name, value] of Object.entries(headers)) {
    expect(name).toBe(name.toLowerCase());
    expect(value).not.toMatch(/[\r\n]/);
  }
});

test('the style hashes are those of the style sheets that the installed react-aria inserts', () => {
  const sheets = [
    ['interactions/usePress', 'data-react-aria-pressable'],
    ['overlays/usePreventScroll', ''],
  ].map(([file, attribute]) => {
    const source = readFileSync(`node_modules/react-aria/dist/private/${file}.mjs`, 'utf8');
    const template = /textContent = `([^`]*)`\.trim\(\)/.exec(source)?.[1];
    if (template === undefined) throw new Error(`no style sheet in ${file}`);
    if (attribute !== '') expect(source).toContain(`PRESSABLE_ATTRIBUTE = '${attribute}'`);
    return template.replace(/\$\{[^}]*\}/, attribute ?? '').trim();
  });
  const hashes = sheets.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  expect(hashes).toEqual(ariaStyleHashes);
});
