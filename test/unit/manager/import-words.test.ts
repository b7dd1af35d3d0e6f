import type { I18n, MessageDescriptor } from '@lingui/core';
import { describe, expect, it } from 'vitest';
import { readProducts } from '../../../electron/services/import/products.ts';
import { readPurchases } from '../../../electron/services/import/purchases.ts';
import { importProblemWords } from '../../../renderer/manager/products/import-problem-words.ts';
import { productSample, purchaseSample } from '../../../renderer/manager/products/samples.ts';

/** Gives the identifier instead of a sentence, so that an untranslated problem is told from a translated one. */
const identifiers = { _: ({ id }: MessageDescriptor) => id } as unknown as I18n;
const identifier = (problem: string) => importProblemWords(problem, identifiers);

const bytes = (text: string) => new TextEncoder().encode(text);
const products = async (text: string) => (await readProducts(bytes(text))).tally.report().errors;
const purchases = async (text: string) => (await readPurchases(bytes(text), '2026-11-22')).tally.report().errors;

const head = 'id,name_fr,name_en,category,aisle,stock,price\n';
const bought = 'customer,date,product,quantity\n';

describe('problems of imported rows', () => {
  it.each([
    ['', 'an empty file'],
    ['id,name_fr\na,b\n', 'missing columns'],
    [`${head}a b,x,x,c,A,1,1\n`, 'a bad identifier'],
    [`${head}a,,x,c,A,1,1\n`, 'an empty name'],
    [`${head}a,x,x,c,A,many,1\n`, 'a stock in words'],
    [`${head}a,x,x,c,A,-1,1\n`, 'a negative stock'],
    [`${head}a,x,x,c,A,1,cheap\n`, 'a price in words'],
    [`${head}a,x,x,c,A,1,1\na,x,x,c,A,1,1\n`, 'the same product twice'],
    [`${head}a,x\n`, 'too few columns'],
    [`${head}a,"x,x,c,A,1,1\n`, 'an open quotation mark'],
    [`${head}a,${'x'.repeat(500)},x,c,A,1,1\n`, 'a name without end'],
    ['PK\u0003\u0004 not text \u0000', 'a spreadsheet'],
  ])('have words of their own: %j', async (text) => {
    const errors = await products(text);
    expect(errors.length).toBeGreaterThan(0);
    for (const { problem } of errors) expect(identifier(problem), problem).toMatch(/^manager\.row\./);
  });

  it.each([
    `${bought},yesterday,p,1\n`,
    `${bought},2026-02-30,p,1\n`,
    `${bought},1950-01-01,p,1\n`,
    `${bought},2031-01-01,p,1\n`,
    `${bought},2026-01-01,p,0\n`,
    `${bought},2026-01-01,,1\n`,
  ])('have words for purchases too: %j', async (text) => {
    const errors = await purchases(text);
    expect(errors.length).toBeGreaterThan(0);
    for (const { problem } of errors) expect(identifier(problem), problem).toMatch(/^manager\.row\./);
  });

  it('stay as the station wrote them when they are unknown', () => {
    expect(identifier('something new')).toBe('something new');
  });
});

describe('the sample files', () => {
  it('are accepted row by row by the very code that imports', async () => {
    expect(await products(productSample)).toEqual([]);
    expect(await purchases(purchaseSample)).toEqual([]);
    expect((await readProducts(bytes(productSample))).rows).toHaveLength(2);
    expect((await readPurchases(bytes(purchaseSample), '2026-11-22')).rows).toHaveLength(3);
  });
});
