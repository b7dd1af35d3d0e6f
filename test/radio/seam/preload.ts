/** `node --import preload.ts main.ts`: gives the process a virtual radio, described by the file that SEAM_SCENE names. */
import { readFileSync, writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { channelFd } from '../../../devices/beacons/host/channel.ts';
import { installSeam } from './install.ts';
import type { Scene } from './scene.ts';

const seam = installSeam();
const scene = JSON.parse(readFileSync(process.env.SEAM_SCENE ?? '', 'utf8')) as Scene;
if (scene.garbage !== undefined) writeSync(channelFd, Buffer.from(scene.garbage, 'hex'));
if (scene.mute === true) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
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
  if (scene.dipAfter !== undefined) {
    setTimeout(() => {
      seam.power(false);
      seam.power(true);
      new Worker('for (;;);', { eval: true });
    }, scene.dipAfter);
  }
  if (scene.hangAfter !== undefined) {
    setTimeout(() => {
      for (;;);
    }, scene.hangAfter);
  }
});
