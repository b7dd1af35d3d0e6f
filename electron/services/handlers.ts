import type { CallCommand } from '../../shared/assistance/call.ts';
import type { Received } from '../../shared/contract/index.ts';
import { CallerError } from '../../shared/errors.ts';
import { isSensitive } from '../../shared/offers/sensitive.ts';
import type { Caller, Handlers } from '../server/http.ts';
import type { Employee } from '../store/employees.ts';
import type { AuthService } from './auth.ts';
import type { CallService } from './calls.ts';
import type { Configuration } from './configure.ts';
import type { ConsentService } from './consent.ts';
import type { Context } from './context.ts';
import type { DemoWalks } from './demo-walks.ts';
import { offersOfToday } from './greet.ts';
import type { FileImport } from './import-files.ts';
import type { JoinService } from './join.ts';
import type { KioskService } from './kiosk.ts';
import type { Recognition } from './recognise.ts';
import { dayReport } from './report.ts';
import { findAnswers, findProducts, listCategories } from './serve.ts';
import type { StoreHours } from './store-hours.ts';
import { endHistory, withdraw } from './withdraw.ts';

/** Every use case a route can reach. */
export interface UseCases {
  readonly context: Context;
  readonly auth: AuthService;
  readonly calls: CallService;
  readonly configuration: Configuration;
  readonly consents: ConsentService;
  readonly demo: DemoWalks | null;
  readonly files: FileImport;
  readonly hours: StoreHours;
  readonly join: JoinService;
  readonly kiosk: KioskService;
  readonly recognition: Recognition;
}

const ok = { ok: true } as const;
/** Products listed in an account: what is bought most. */
const ACCOUNT_PURCHASES = 30;

function employeeOf(caller: Caller, context: Context): Employee {
  const employee = caller.employeeId === null ? undefined : context.store.employees.get(caller.employeeId);
  if (employee === undefined || !employee.active) throw new CallerError('not-allowed', 'log in first', 401);
  return employee;
}

function demoOf(use: UseCases): DemoWalks {
  if (use.demo === null) throw new CallerError('not-demo', 'this is not a demo store', 409);
  return use.demo;
}

/** The contract's routes, each a few lines on top of the use cases. */
export function makeHandlers(use: UseCases): Handlers {
  const { context, auth, calls, configuration, consents, files, hours, join, kiosk } = use;
  const { store } = context;
  const done =
    <T>(action: (input: T, caller: Caller) => void) =>
    (input: T, caller: Caller) => {
      action(input, caller);
      return ok;
    };
  /** A command of an employee to a call; a refusal becomes an error that names the present owner. */
  const command = (input: Received<'staff/release'>, make: (common: { commandId: string; epoch: number }) => CallCommand) => {
    const answer = calls.command(input.callId, make({ commandId: input.commandId, epoch: input.epoch }));
    if (answer.refusal !== null) throw new CallerError(answer.refusal, answer.owner ?? 'nobody', 409);
  };

  return {
    'kiosk/touch': done(({ language }) => kiosk.touched(language)),
    'kiosk/view': done(({ screen, text }) => kiosk.dispatch({ type: 'view', screen, text })),
    'kiosk/language': done(({ language }) => kiosk.dispatch({ type: 'language', language })),
    'kiosk/end': done(() => {
      const openCall = kiosk.state.visit?.openCall;
      if (openCall != null) calls.command(openCall, { kind: 'cancel', commandId: context.newId() });
      kiosk.dispatch({ type: 'ended' });
    }),
    'kiosk/search': ({ query, category }) => {
      const products = findProducts(store, query, category);
      if (query !== '') kiosk.session().searched(query, products.length > 0);
      return { products, categories: listCategories(store) };
    },
    'kiosk/ask': ({ question }) => {
      const answers = findAnswers(store, question);
      const session = kiosk.session();
      session.asked(question, answers.length > 0);
      return { answers, person: session.proposal !== null || kiosk.visit().openCall !== null };
    },
    'kiosk/common-questions': () => ({ answers: store.questions.common() }),
    'kiosk/offer-why': () => {
      const { greeting } = kiosk.session();
      if (greeting === null) throw new CallerError('no-offer', 'no offer is shown', 409);
      return greeting.why;
    },
    'kiosk/offer-decline': done(() => {
      const session = kiosk.session();
      if (session.greeting === null) throw new CallerError('no-offer', 'no offer is shown', 409);
      const { decisionId, offer } = session.greeting;
      store.decisions.decline(decisionId, kiosk.customer().id, {
        offerId: offer.id,
        category: offer.product.category,
        on: hours.date(),
      });
      session.greeting = null;
      context.changed('kiosk');
    }),
    'kiosk/offers': () => ({ offers: kiosk.visit().call === null ? offersOfToday(context, hours.date()) : [] }),
    'kiosk/confirm-picture': ({ picture }) => {
      // A closed question must not tell which picture would have been right.
      if (!canTryAgain(kiosk)) return { result: 'closed' };
      const right = kiosk.customer().picture === picture;
      kiosk.dispatch({ type: 'picture', right });
      return { result: right ? 'right' : canTryAgain(kiosk) ? 'wrong' : 'closed' };
    },
    'kiosk/join': done((input) => {
      if (kiosk.visit().who.kind === 'customer') throw new CallerError('already-member', 'this customer has joined already', 409);
      join.begin(input);
    }),
    'kiosk/join-cancel': done(() => {
      join.cancel();
      context.changed('kiosk');
    }),
    'kiosk/consent': done(({ purpose, decision, shown }) => {
      if (purpose === 'recognition') throw new CallerError('join-instead', 'recognition is agreed to by joining', 409);
      if (purpose === 'history') {
        const { principal } = kiosk.customer();
        const answer = () => consents.answer(principal, purpose, decision, shown);
        if (decision === 'refused') endHistory(use, answer);
        // A no is welcome from whoever carries the beacon; a yes is for its owner alone.
        else if (kiosk.mayShowAccount()) answer();
        else throw new CallerError('confirm-first', 'choose your picture first', 403);
      } else {
        if (!hours.settings().cameraOffered) throw new CallerError('camera-off', 'this store does not use a camera', 409);
        if (decision === 'given' && kiosk.visit().openCall !== null)
          throw new CallerError('call-open', 'no camera while an employee is coming', 409);
        consents.answer(kiosk.visit().id, 'camera', decision, shown);
        kiosk.dispatch({ type: 'camera', decision });
        kiosk.session().notice({ kind: decision === 'given' ? 'camera-on' : 'camera-off' });
      }
      context.changed('kiosk');
    }),
    'kiosk/withdraw': done(({ purpose }) => withdraw(use, purpose)),
    'kiosk/account': () => {
      const customer = kiosk.customer();
      if (!kiosk.mayShowAccount()) throw new CallerError('confirm-first', 'choose your picture first', 403);
      const beacons = store.customers.beacons().filter((beacon) => beacon.customerId === customer.id).length;
      const consent = (purpose: 'recognition' | 'history') => ({
        purpose,
        given: consents.allows(customer.principal, purpose),
        at: consents.since(customer.principal, purpose),
      });
      return {
        customerNumber: customer.number,
        name: customer.name,
        joinedAt: customer.joinedAt,
        beacons,
        consents: [consent('recognition'), consent('history')],
        // Who opens their account asks what the store knows, not to have a pharmacy bag read out on a public screen.
        purchases: store.purchases
          .summary(customer.id)
          .filter(({ category }) => !isSensitive(category))
          .slice(0, ACCOUNT_PURCHASES)
          .map(({ name, times, lastOn }) => ({ name, times, lastOn })),
      };
    },
    'kiosk/call': ({ reason, commandId, language }) => ({ call: kiosk.call(reason, commandId, language) }),
    'kiosk/call-cancel': done(({ commandId, callId }) => {
      if (kiosk.visit().call !== callId) throw new CallerError('no-such-call', 'this visit has no such call', 404);
      const answer = calls.command(callId, { kind: 'cancel', commandId });
      if (answer.refusal === 'arrived') throw new CallerError('arrived', 'the employee is already here', 409);
    }),
    'kiosk/proposal-dismiss': done(() => {
      kiosk.session().proposal = null;
      context.changed('kiosk');
    }),
    'kiosk/signal': done(({ kind }) => {
      if (kind === 'error') kiosk.session().attempted('error', null);
      kiosk.session().notice({ kind: 'signal', signal: kind });
    }),
    'kiosk/expression': done((expression) => {
      if (kiosk.visit().camera !== 'allowed')
        throw new CallerError('no-consent', 'there is no camera consent in this visit', 403);
      kiosk.session().notice({ kind: 'expression', expression });
    }),
    'kiosk/camera-stopped': done(({ reason }) => {
      if (reason === 'shopper') return withdraw(use, 'camera');
      kiosk.stopCamera();
    }),

    'staff/duty': done(({ onDuty }, caller) => {
      store.employees.setDuty(employeeOf(caller, context).id, onDuty);
      calls.tickAll();
      context.changed('staff', 'manager', 'kiosk');
    }),
    'staff/seen': done(({ callId }, caller) => {
      employeeOf(caller, context);
      calls.command(callId, { kind: 'receipt' });
    }),
    'staff/claim': (input, caller) => {
      const { id, name } = employeeOf(caller, context);
      const answer = calls.command(input.callId, {
        kind: 'claim',
        employee: { id, name },
        commandId: input.commandId,
        epoch: input.epoch,
      });
      if (answer.refusal === null) return { result: 'claimed', owner: name };
      return { result: answer.owner !== null && answer.refusal !== 'closed' ? 'taken' : 'gone', owner: answer.owner };
    },
    'staff/release': done((input, caller) =>
      command(input, (c) => ({ ...c, kind: 'release', employeeId: employeeOf(caller, context).id })),
    ),
    'staff/arrive': done((input, caller) =>
      command(input, (c) => ({ ...c, kind: 'arrive', employeeId: employeeOf(caller, context).id })),
    ),
    'staff/resolve': done((input, caller) =>
      command(input, (c) => ({
        ...c,
        kind: 'resolve',
        employeeId: employeeOf(caller, context).id,
        outcome: input.outcome,
        helpNeeded: input.helpNeeded,
      })),
    ),

    'auth/employee-login': async ({ code, pin }, caller) => {
      const { id, name } = await auth.employeeLogin(code, pin, caller);
      return { id, name };
    },
    'auth/manager-login': async ({ password }, caller) => {
      await auth.managerLogin(password, caller);
      return ok;
    },
    'auth/setup': async ({ code, password }, caller) => {
      await auth.setup(code, password, caller);
      return ok;
    },
    'auth/logout': done(({ page }, caller) => auth.logout(page, caller)),
    'auth/doors': (_input, caller) => ({
      storeName: hours.settings().name,
      setupNeeded: store.settings.read('managerPasswordHash') === undefined,
      employee: caller.employeeId !== null,
      manager: caller.manager,
      demo: store.settings.read('demo') ?? null,
    }),

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
      return ok;
    },
    'manager/store': () => hours.settings(),
    'manager/store-save': done((settings) => {
      configuration.saveStore(settings);
      if (!settings.cameraOffered) kiosk.stopCamera();
    }),
    'manager/report': ({ date }) => dayReport(store, date ?? hours.date(), hours.settings().timeZone),
    'manager/import-purchases': (bytes) => files.purchases(bytes),
    'manager/import-products': (bytes) => files.products(bytes),
    'manager/demo-walk': ({ customer }) => ({ seconds: demoOf(use).walk(customer).seconds }),
    'manager/demo-customers': () => ({ customers: use.demo?.names() ?? [] }),

    'operator/walk': ({ customer }) => demoOf(use).walk(customer),
  };
}

function canTryAgain(kiosk: KioskService): boolean {
  const greeting = kiosk.snapshot().visit?.greeting;
  return greeting?.kind === 'personal' && greeting.confirm;
}
