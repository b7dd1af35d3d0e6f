import { describe, expect, test, vi } from 'vitest';
import { encodeSlip } from '../../../devices/printer/encode.ts';
import { NetworkPrinter } from '../../../devices/printer/network.ts';
import { printable } from '../../../devices/printer/printable.ts';
import { printerCodepages, type WayView } from '../../../shared/contract/index.ts';
import { amount } from '../../../shared/printing/figures.ts';
import { matterSlip } from '../../../shared/printing/layouts/matter.ts';
import { offerSlip } from '../../../shared/printing/layouts/offer.ts';
import { productSlip } from '../../../shared/printing/layouts/product.ts';
import { receiptSlip } from '../../../shared/printing/layouts/receipt.ts';
import type { Slip } from '../../../shared/printing/slip.ts';
import { cents } from '../../../shared/units.ts';
import { type PrintedSlip, VirtualPrinter } from '../../support/virtual-printer.ts';

const product = {
  id: 'p1',
  name: { fr: 'Pâtes à l’œuf « maison »', en: 'Egg pasta' },
  category: 'pasta',
  aisle: '7',
  stock: 3,
  priceCents: cents(299),
  regularPriceCents: cents(349),
  offerEndsOn: '2026-11-30',
};

const way: WayView = {
  floor: { width: 20, height: 20, shelves: [] },
  kiosk: { x: 1, y: 1 },
  facing: 'up',
  path: [{ x: 1, y: 1 }],
  steps: [
    { turn: 'ahead', nth: null, metres: 12 },
    { turn: 'left', nth: 2, metres: 4 },
  ],
  side: 'right',
};
const matter = { kind: 'complaint', reference: 'R4M7KP', code: '123456', owner: 'Léa', dueOn: '2026-11-30' } as const;

async function onPaper(slip: Slip, settings: Parameters<typeof encodeSlip>[1]) {
  const printer = new VirtualPrinter({ speaks: true });
  const port = await printer.start();
  await new NetworkPrinter({ host: '127.0.0.1', port }).print(encodeSlip(slip, settings), new AbortController().signal);
  // Without a knife a slip ends when the line is closed.
  const [printed] = await vi.waitUntil(() => (printer.slips.length > 0 ? printer.slips : null));
  await printer.stop();
  return printed as PrintedSlip;
}

describe('a slip on paper', () => {
  test.each(printerCodepages)('keeps its words in %s', async (codepage) => {
    const { lines } = await onPaper(productSlip(product, null, 'fr'), { codepage, paperMm: 80, cut: true });
    const text = lines.join('\n');
    expect(text).toContain('Allée 7');
    expect(text).not.toContain('?');
    expect(text).toContain(printable('Pâtes à l’œuf', codepage));
    expect(text).toMatch(codepage === 'cp437' || codepage === 'cp850' ? /2,99 EUR/ : /2,99 €/);
    expect(text).toMatch(/Au lieu de +3,49/);
    expect(text).toContain('30 novembre');
  });

  test.each([58, 80] as const)('fits paper of %s mm', async (paperMm) => {
    const columns = { 58: 32, 80: 48 }[paperMm];
    const facts = { purpose: 'history', yes: true, date: '2026-11-22', version: 'history-1', proof: 'é'.repeat(200) } as const;
    const offer = {
      id: 'o',
      title: product.name,
      product,
      priceCents: cents(299),
      regularPriceCents: cents(349),
      endsOn: '2026-11-30',
      personal: true,
    };
    for (const language of ['fr', 'en'] as const) {
      for (const slip of [
        receiptSlip(facts, language),
        offerSlip(offer, language),
        productSlip(product, way, language),
        matterSlip(matter, language),
      ]) {
        const { lines, codes } = await onPaper(slip, { codepage: 'auto', paperMm, cut: false });
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
        expect(codes).toEqual(slip.flatMap((part) => (part.kind === 'code' ? [part.text] : [])));
      }
    }
  });

  test('holds no control character, whatever a product is called', () => {
    expect(printable('a\u001b@b\u001dV\u0000\u202e c\u00a0d', 'auto')).toBe('a@bV c d');
    expect(printable('Łódź 日', 'cp437')).toBe('?ódz ?');
  });

  test('writes amounts as each language does', () => {
    expect(printable(amount(cents(123456), 'fr'), 'cp858')).toBe('1 234,56 €');
    expect(amount(cents(123456), 'en')).toBe('€1,234.56');
  });
});
