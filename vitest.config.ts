import { defineConfig } from 'vitest/config';

const patient = { testTimeout: 90_000, hookTimeout: 90_000 };
const camera = ['test/browser/camera*.test.ts', 'test/browser/faces.test.ts'];
const slow = { testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], testTimeout: 30_000 } },
      { test: { name: 'integration', include: ['test/integration/**/*.test.ts'], ...slow } },
      { test: { name: 'radio', include: ['test/radio/**/*.test.ts'], ...slow } },
      // Two houses at a time: each has its own port, data, browser and clock, and most of a walk is waiting.
      { test: { name: 'browser', include: ['test/browser/**/*.test.ts'], exclude: camera, ...patient } },
      // After them and one by one: these read frames in real time.
      {
        test: { name: 'browser-camera', include: camera, fileParallelism: false, sequence: { groupOrder: 1 }, ...patient },
      },
    ],
  },
});
