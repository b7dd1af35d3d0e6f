import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { cameraSite } from '../browser/camera/site.ts';

/**
 * `npm run bench:camera-soak [-- LOOKS]`: whether the face worker's tensors and memory stay flat. Looks follow each other without a rest, so
 * 10 000 stand for 83 minutes of an open camera at its usual two a second.
 */

const looks = Number(process.argv[2] ?? 10_000);
const every = Math.max(1, Math.floor(looks / 10));

const site = await cameraSite();
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage();
  const session = await browser.newBrowserCDPSession();
  await page.goto(site.url);
  await page.waitForFunction(() => 'lab' in window);
  const memory = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo
      .filter(({ type }) => type === 'renderer')
      .map(({ id }) => Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1_024)
      .reduce((a, b) => a + b, 0);
  };
  const from = performance.now();
  const samples: { looks: number; tensors: number; bytes: number; megabytes: number }[] = [];
  await page.exposeFunction('soaked', async (sample: { looks: number; tensors: number; bytes: number }) => {
    const row = { ...sample, megabytes: Math.round(await memory()) };
    samples.push(row);
    console.log(
      `${String(row.looks).padStart(7)} looks  ${row.tensors} tensors  ${row.bytes} bytes in them  ${row.megabytes} MB`,
    );
  });
  // Without a second face: it would stop the reading for a second, which is most of these looks.
  const pictures = ['smiling', 'neutral', 'nobody'].map((scene) => `/faces/${scene}.jpg`);
  await page.evaluate((question) => window.lab.soak(question), { pictures, looks, every });
  console.log(`${looks} looks in ${Math.round((performance.now() - from) / 1_000)} s`);
  const settled = samples.slice(1);
  const flat = settled.every(({ tensors, bytes }) => tensors === settled[0]?.tensors && bytes === settled[0]?.bytes);
  console.log(flat ? 'ok: the same tensors at every sample' : 'LEAK: the tensors changed');
  process.exitCode = flat ? 0 : 1;
} finally {
  await browser.close();
  await site.close();
}
