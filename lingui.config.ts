import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';
import { Language } from './shared/contract/values.ts';

const page = (name: string) => ({
  path: `renderer/i18n/${name}/{locale}`,
  include: [`renderer/${name}/**`, ...(name === 'kiosk' ? ['renderer/ui/**', 'renderer/transparency/words/**'] : [])],
});

export default defineConfig({
  sourceLocale: 'en',
  locales: [...Language.options],
  format: formatter({ lineNumbers: false }),
  catalogs: [page('kiosk'), page('staff'), page('manager'), page('transparency')],
});
