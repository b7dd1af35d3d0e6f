import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { faceModels } from './devices/camera/vendor/plugin.mjs';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The Open Font Licence asks to travel with the typefaces. */
const fontLicences = (): Plugin => ({
  name: 'font-licences',
  generateBundle() {
    for (const typeface of ['atkinson-hyperlegible-next', 'fraunces'])
      this.emitFile({
        type: 'asset',
        fileName: `licences/${typeface}.txt`,
        source: readFileSync(here(`./node_modules/@fontsource-variable/${typeface}/LICENSE`)),
      });
  },
});

const pages = {
  kiosk: here('./renderer/kiosk.html'),
  staff: here('./renderer/staff.html'),
  manager: here('./renderer/manager.html'),
  transparency: here('./renderer/transparency.html'),
  preview: here('./renderer/preview.html'),
  'staff-worker': here('./renderer/staff/worker/worker.ts'),
};
const trialPages = {
  kiosk: here('./renderer/kiosk.html'),
  gallery: here('./renderer/gallery/index.html'),
  stage: here('./renderer/gallery/stage.html'),
};

/**
 * `--mode trial` builds what development and tests need and no store gets: the component gallery, and the kiosk with sentences in disguise.
 */
export default defineConfig(({ mode }) => ({
  root: here('./renderer'),
  plugins: [react(), lingui(), faceModels(), fontLicences()],
  worker: { format: 'es' },
  build: {
    outDir: here(mode === 'trial' ? './test/.out/trial' : './dist/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    // Inlined assets would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: mode === 'trial' ? trialPages : pages,
      output: {
        // A service worker is known by its address: it stays the same from one version to the next.
        entryFileNames: ({ name }) => (name === 'staff-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
}));
