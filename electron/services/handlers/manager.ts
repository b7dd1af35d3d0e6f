import type { callReportRoutes, managerRoutes, operatorRoutes } from '../../../shared/contract/index.ts';
import { CallerError } from '../../../shared/errors.ts';
import { callReport } from '../call-report.ts';
import type { DemoWalks } from '../demo-walks.ts';
import { dayReport } from '../report.ts';
import { done, type HandlersOf, type UseCases } from './use-cases.ts';

const ok = { ok: true } as const;

function demoOf(use: UseCases): DemoWalks {
  if (use.demo === null) throw new CallerError('not-demo', 'this is not a demo store', 409);
  return use.demo;
}

/** The routes of the manager page, and those of commands on this machine. */
export function managerHandlers(
  use: UseCases,
): HandlersOf<typeof managerRoutes & typeof callReportRoutes & typeof operatorRoutes> {
  const { context, configuration, files, hours, kiosk } = use;
  const { store } = context;
  return {
    'manager/zones': () => ({ items: store.zones.list() }),
    'manager/zone-save': done((zone) => configuration.saveZone(zone)),
    'manager/zone-delete': done(({ id }) => configuration.deleteZone(id)),
    'manager/offers': () => ({ items: store.offers.list() }),
    'manager/offer-save': done((offer) => configuration.saveOffer(offer)),
    'manager/offer-delete': done(({ id }) => configuration.deleteOffer(id)),
    'manager/products': () => ({ items: store.products.list() }),
    'manager/employees': () => ({ items: configuration.employees() }),
    'manager/employee-save': async (employee) => {
      await configuration.saveEmployee(employee);
      if (employee.pin !== null) use.auth.unlock('employee', employee.id);
      return ok;
    },
    'manager/store': () => hours.settings(),
    'manager/store-save': done((settings) => {
      configuration.saveStore(settings);
      if (!settings.cameraOffered) kiosk.stopCamera();
    }),
    'manager/report': ({ date }) => dayReport(store, date ?? hours.date(), hours.settings().timeZone),
    'manager/call-report': (asked) => {
      const { timeZone, name } = hours.settings();
      return callReport(store, asked, hours.date(), timeZone, name);
    },
    'manager/import-purchases': (bytes) => files.purchases(bytes),
    'manager/import-products': (bytes) => files.products(bytes),
    'manager/demo-walk': ({ customer }) => ({ seconds: demoOf(use).walk(customer).seconds }),
    'manager/demo-customers': () => ({ customers: use.demo?.names() ?? [] }),
    'operator/walk': ({ customer }) => demoOf(use).walk(customer),
  };
}
