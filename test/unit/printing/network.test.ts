import { afterEach, describe, expect, test } from 'vitest';
import { encodeSlip } from '../../../devices/printer/encode.ts';
import { NetworkPrinter } from '../../../devices/printer/network.ts';
import { framed } from '../../../shared/printing/layouts/frame.ts';
import { trialSlip } from '../../../shared/printing/layouts/trial.ts';
import { type Manners, VirtualPrinter } from '../../support/virtual-printer.ts';

let printer: VirtualPrinter;
afterEach(() => printer.stop());

const frame = { store: 'Le Petit Marché', date: '2026-11-22', time: '16:30' };
const job = encodeSlip(framed(frame, 'fr', trialSlip('fr')), { codepage: 'auto', paperMm: 80, cut: true });

async function printed(manners: Manners, signal = new AbortController().signal) {
  printer = new VirtualPrinter(manners);
  const port = await printer.start();
  return new NetworkPrinter({ host: '127.0.0.1', port }).print(job, signal);
}

describe('a printer on the network', () => {
  test('that speaks says that it has printed', async () => {
    expect(await printed({ speaks: true })).toBe('printed');
    const [slip] = printer.slips;
    expect(slip?.lines.join('\n')).toContain('é è ê ç à ù œ €');
    expect(slip?.codes).toEqual(['Prévenance']);
    expect(slip?.cut).toBe(true);
  });

  test('that says nothing was sent all of it', async () => {
    expect(await printed({})).toBe('sent');
    expect(printer.slips).toHaveLength(1);
  });

  test.each([
    ['paper-out', { paper: 'out' }],
    ['cover-open', { cover: 'open' }],
  ] as const)('that reports %s is sent nothing', async (result, manners) => {
    expect(await printed({ speaks: true, ...manners })).toBe(result);
    expect(printer.paper).toBe('');
  });

  test('whose paper ends in the middle throws the rest away', async () => {
    expect(await printed({ speaks: true, paperEndsAfter: 60 })).toBe('paper-out');
    expect(printer.cleared).toBe(1);
    expect(printer.slips).toEqual([]);
  });

  test('that resets the connection has not printed', async () => {
    expect(await printed({ speaks: true, resetsAfter: 60 })).toBe('no-answer');
    expect(printer.slips).toEqual([]);
  });

  test('behind a slow line is waited for', async () => {
    expect(await printed({ bytesPerSecond: 960 })).toBe('sent');
    expect(printer.slips).toHaveLength(1);
  });

  test('that never reads is given up when the visit ends', async () => {
    const visit = new AbortController();
    setTimeout(() => visit.abort(), 900);
    expect(await printed({ deaf: true }, visit.signal)).toBe('stopped');
  });

  test('that has spoken once and now reads nothing is sent nothing that could come out later', async () => {
    printer = new VirtualPrinter({ speaks: true });
    const network = new NetworkPrinter({ host: '127.0.0.1', port: await printer.start() });
    const signal = new AbortController().signal;
    expect(await network.print(job, signal)).toBe('printed');
    printer.manners.deaf = true;
    expect(await network.print(job, signal)).toBe('no-answer');
    printer.wake();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(printer.slips).toHaveLength(1);
  });

  test('that is not there is unreachable', async () => {
    printer = new VirtualPrinter();
    const port = await printer.start();
    await printer.stop();
    expect(await new NetworkPrinter({ host: '127.0.0.1', port }).print(job, new AbortController().signal)).toBe('unreachable');
    printer = new VirtualPrinter();
    await printer.start();
  });
});
