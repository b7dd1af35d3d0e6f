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

/**
 * Names in the staff page what it fetches later: its service worker keeps what the page names, so that a phone without its station still
 * opens every part, and browsers fetch it while they rest.
 */
const prefetchLater = (page: string): Plugin => ({
  name: 'prefetch-later',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { path, bundle }) {
      if (path !== `/${page}.html` || !bundle) return [];
      const seen = new Set<string>();
      const later = new Set<string>();
      const walk = (name: string, late: boolean) => {
        const chunk = bundle[name];
        if (chunk?.type !== 'chunk' || seen.has(name)) return;
        seen.add(name);
        if (late) later.add(name);
        for (const next of chunk.imports) walk(next, late);
        for (const next of chunk.dynamicImports) pending.push(next);
      };
      const pending: string[] = [];
      const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry && file.name === page);
      if (entry) walk(entry.fileName, false);
      for (const name of pending) walk(name, true);
      return [...later].map((name) => ({
        tag: 'link',
        attrs: { rel: 'prefetch', as: 'script', crossorigin: true, href: `/${name}` },
      }));
    },
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
  plugins: [react(), lingui(), faceModels(), fontLicences(), prefetchLater('staff')],
  worker: { format: 'es' },
  build: {
    outDir: here(mode === 'trial' ? './test/.out/trial' : './dist/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    // Inlined assets would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // `shared/` is pure: what a page does not use of it stays out, the schemas of the other pages above all.
      treeshake: { moduleSideEffects: [{ test: /\/shared\//, sideEffects: false }] },
      input: mode === 'trial' ? trialPages : pages,
      output: {
        codeSplitting: {
          // Left to itself, what several parts share becomes some fifty small files, and each costs a slow kiosk a few milliseconds.
          groups: [
            { name: 'framework', test: /node_modules\/(?:react|react-dom|scheduler|use-sync-external-store|@lingui|zustand)\// },
            {
              name: 'parts',
              test: /preload-helper|shared\/(?:units|contract\/lengths|access\/\w+)\.ts$|renderer\/(?:api|sound\/speaker|i18n\/(?:disguise|languages|setup)|ui\/(?:Button|Notice|Skeleton|format|late))\.tsx?$/,
            },
            { name: 'icons', test: /lucide-react/, minShareCount: 3 },
            { name: 'fields', test: /renderer\/ui\/(?:Field|Toggle)\.tsx$/ },
            { name: 'choices', test: /renderer\/ui\/Choice\.tsx$/ },
            {
              name: 'kiosk-frame',
              test: /renderer\/kiosk\/(?:layout|speech|attract|access)\/|renderer\/kiosk\/state\/(?!join-draft|scan|use-)|renderer\/kiosk\/screens\/(?:Attract|CallingScreen)|renderer\/kiosk\/words\/because/,
            },
          ],
        },
        // A service worker is known by its address: it stays the same from one version to the next.
        entryFileNames: ({ name }) => (name === 'staff-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
}));
