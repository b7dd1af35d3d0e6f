import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { late } from '../../../renderer/ui/late.ts';

const looks = { waiting: 'on its way', failed: () => 'missing' };
const Hello = ({ name }: { readonly name: string }) => createElement('p', null, `Hello ${name}`);
const drawn = (part: ReturnType<typeof late<{ readonly name: string }>>) =>
  renderToStaticMarkup(createElement(part, { name: 'Léa' }));

describe('a part that is fetched late', () => {
  it('holds its place until it is there, and is then drawn at once', async () => {
    const part = late(async () => Hello, looks);
    expect(drawn(part)).toBe('on its way');
    await part.fetch();
    expect(drawn(part)).toBe('<p>Hello Léa</p>');
  });

  it('is asked for again after a failure, and not again once it is there', async () => {
    let asked = 0;
    const part = late(async () => {
      asked += 1;
      if (asked === 1) throw new TypeError('Failed to fetch dynamically imported module');
      return Hello;
    }, looks);
    await expect(part.fetch()).rejects.toThrow('Failed to fetch');
    await part.fetch();
    await part.fetch();
    expect(asked).toBe(2);
    expect(drawn(part)).toBe('<p>Hello Léa</p>');
  });
});
