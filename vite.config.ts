import { fileURLToPath } from 'node:url';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { faceModels } from './devices/camera/vendor/plugin.mjs';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('./renderer'),
  plugins: [react(), lingui(), faceModels()],
  worker: { format: 'es' },
  build: {
    outDir: here('./dist/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    // Inlined assets would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        kiosk: here('./renderer/kiosk.html'),
        staff: here('./renderer/staff.html'),
        manager: here('./renderer/manager.html'),
        transparency: here('./renderer/transparency.html'),
        'staff-worker': here('./renderer/staff/worker/worker.ts'),
      },
      output: {
        // A service worker is known by its address: it stays the same from one version to the next.
        entryFileNames: ({ name }) => (name === 'staff-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
