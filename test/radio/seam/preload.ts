/** `node --import preload.ts main.ts`: gives the process a virtual radio, described by the file that SEAM_SCENE names. */
import { readFileSync } from 'node:fs';
import { installSeam } from './install.ts';
import type { Scene } from './scene.ts';

const seam = installSeam();
const scene = JSON.parse(readFileSync(process.env.SEAM_SCENE ?? '', 'utf8')) as Scene;
seam.fault = scene.fault ?? null;
if (scene.down === true) seam.power(false);

const { controller } = seam;
controller.generation = scene.generation ?? 'legacy';
let began = false;
controller.on('scanning', (scanning) => {
  if (!scanning || began) return;
  began = true;
  for (const { every, times = Number.POSITIVE_INFINITY, reports = [], extended = [], babble } of scene.air ?? []) {
    let left = times;
    const send = () => {
      if (left-- <= 0) return clearInterval(timer);
      if (babble !== undefined) controller.babble(Buffer.from(babble, 'hex'));
      for (const report of reports) controller.advertise(report);
      controller.advertiseExtended(...extended);
    };
    const timer = setInterval(send, every);
  }
  if (scene.downAfter !== undefined) setTimeout(() => seam.power(false), scene.downAfter);
  if (scene.upAfter !== undefined) setTimeout(() => seam.power(true), scene.upAfter);
  // LE Set Scan Enable: off.
  if (scene.meddleAfter !== undefined) setTimeout(() => seam.meddle(Buffer.from('010c20020000', 'hex')), scene.meddleAfter);
  if (scene.hangAfter !== undefined) {
    setTimeout(() => {
      for (;;);
    }, scene.hangAfter);
  }
});
