import type { printingRoutes } from '../../../shared/contract/index.ts';
import { done, type HandlersOf, type UseCases } from './use-cases.ts';

/** Slips on paper, and the printer they come from. */
export const printingHandlers = ({ printing }: UseCases): HandlersOf<typeof printingRoutes> => ({
  'kiosk/print': async ({ slip }) => ({ result: await printing.print(slip) }),
  'manager/printer': () => printing.settings(),
  'manager/printer-save': done((settings) => printing.save(settings, 'manager')),
  'manager/printer-test': async ({ language }) => ({ result: await printing.trial(language) }),
  'operator/printer-test': async () => ({ result: await printing.trial('fr') }),
});
