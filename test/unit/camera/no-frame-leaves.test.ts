import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { modelFiles } from '../../../devices/camera/vendor/plugin.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const sources = globSync(['devices/camera/**/*.ts', 'renderer/kiosk/camera/**/*.{ts,tsx}'], { cwd: root });
const containing = (pattern: RegExp) => sources.filter((path) => pattern.test(readFileSync(`${root}/${path}`, 'utf8')));

test('the sources are there', () => {
  expect(sources.length).toBeGreaterThan(15);
});

test.each([
  ['makes a file of a picture', /toBlob|toDataURL|convertToBlob|createObjectURL|transferToImageBitmap|ImageCapture|VideoFrame/],
  ['records', /MediaRecorder|captureStream|MediaStreamTrackProcessor|RTCPeerConnection/],
  ['stores', /indexedDB|localStorage|sessionStorage|\bcaches\b|showSaveFilePicker|getDirectory/],
  ['opens another way out', /XMLHttpRequest|WebSocket|EventSource|sendBeacon|BroadcastChannel|SharedWorker/],
  ['listens', /audio:\s*true/],
  ['tells who, how old or of which sex somebody is', /ageGender|faceRecognitionNet|faceLandmark|Descriptor|FaceMatcher/],
])('no source of the camera %s', (_what, pattern) => {
  expect(containing(pattern)).toEqual([]);
});

test('only the verified loader fetches', () => {
  expect(containing(/await fetch\((?!binary)/)).toEqual(['devices/camera/verified-fetch.ts']);
});

test('only three networks are shipped, and the one WebAssembly file', () => {
  expect(modelFiles.map(({ to }) => to).filter((to) => !to.endsWith('.json'))).toEqual([
    'models/tiny_face_detector_model.bin',
    'models/face_expression_model.bin',
    'models/blazeface.bin',
    'tfwasm/tfjs-backend-wasm-simd.wasm',
  ]);
});
