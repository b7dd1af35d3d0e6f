import { coversTouch } from '../../../shared/consent/texts.ts';
import type { kioskRoutes } from '../../../shared/contract/index.ts';
import { CallerError } from '../../../shared/errors.ts';
import { accountOwner } from '../account-owner.ts';
import { plainPurchases } from '../account-purchases.ts';
import { confirmPicture } from '../confirm-picture.ts';
import { findProducts } from '../find-products.ts';
import { offersOfToday } from '../greet.ts';
import { favouriteShelves } from '../preferences.ts';
import { listCategories } from '../serve.ts';
import { todaysPrices } from '../todays-prices.ts';
import { endDiet, endHistory, withdraw } from '../withdraw.ts';
import { done, type HandlersOf, type UseCases } from './use-cases.ts';

/** Products listed in an account: what is bought most. */
const ACCOUNT_PURCHASES = 30;

/** The routes of the kiosk's own page. */
export function kioskHandlers(use: UseCases): HandlersOf<typeof kioskRoutes> {
  const { context, calls, consents, hours, join, kiosk } = use;
  const { store } = context;
  const needCamera = () => {
    if (kiosk.visit().camera !== 'allowed') throw new CallerError('no-consent', 'there is no camera consent in this visit', 403);
  };
  return {
    'kiosk/touch': done(({ language, visit }) => kiosk.touched(language, visit)),
    'kiosk/view': done(({ screen, text }) => kiosk.dispatch({ type: 'view', screen, text })),
    'kiosk/language': done(({ language }) => kiosk.dispatch({ type: 'language', language })),
    'kiosk/end': done(() => {
      const openCall = kiosk.state.visit?.openCall;
      if (openCall != null) calls.command(openCall, { kind: 'cancel', commandId: context.newId() });
      kiosk.dispatch({ type: 'ended' });
    }),
    'kiosk/search': ({ query, category }) => {
      const { products, ...found } = findProducts(store, query, category);
      // Products with some of the words are shown, but they are not what was asked for.
      if (query !== '') kiosk.session().searched(query, found.how === 'words' || found.how === 'near');
      const topic = category ?? (query === '' ? undefined : products[0]?.category);
      if (topic !== undefined) kiosk.session().topic = topic;
      const priced = todaysPrices(store, hours.date(), kiosk.state.visit);
      return { products: products.map(priced), ...found, categories: listCategories(store) };
    },
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
    'kiosk/offers': () => {
      const offers = kiosk.visit().call === null ? offersOfToday(context, hours.date()) : [];
      return { offers: favouriteShelves(store, kiosk).first(offers, ({ product }) => product.category) };
    },
    'kiosk/confirm-picture': ({ picture }) => ({ result: confirmPicture(context, kiosk, picture) }),
    'kiosk/join': done((wish) => {
      if (kiosk.visit().who.kind === 'customer' && !join.sharing)
        throw new CallerError('already-member', 'this customer has joined already', 409);
      const { enrolment } = kiosk.snapshot().visit ?? {};
      if (enrolment?.state === 'nothing-heard' || enrolment?.state === 'several-heard')
        kiosk.session().notice({ kind: 'signal', signal: 'scan-repeated' });
      join.begin({ kind: 'join', wish });
    }),
    'kiosk/join-cancel': done(() => {
      join.cancel();
      context.changed('kiosk');
    }),
    'kiosk/consent': done(({ purpose, decision, shown }) => {
      if (purpose === 'recognition') {
        const { principal } = kiosk.customer();
        if (!kiosk.mayShowAccount() || consents.askAgain(principal) !== 'recognition')
          throw new CallerError('join-instead', 'recognition is agreed to by joining', 409);
        if (decision === 'given') consents.renew(principal, purpose, shown);
        else withdraw(use, 'recognition');
        return context.changed('kiosk');
      }
      if (purpose === 'history' || purpose === 'diet') {
        const { principal } = kiosk.customer();
        const answer = () => consents.answer(principal, purpose, decision, shown);
        if (decision === 'refused') (purpose === 'history' ? endHistory : endDiet)(use, answer);
        // A no is welcome from whoever carries the beacon; a yes is for its owner alone.
        else if (kiosk.mayShowAccount()) answer();
        else throw new CallerError('confirm-first', 'choose your picture first', 403);
      } else {
        if (!hours.settings().cameraOffered) throw new CallerError('camera-off', 'this store does not use a camera', 409);
        if (decision === 'given' && kiosk.visit().openCall !== null)
          throw new CallerError('call-open', 'no camera while an employee is coming', 409);
        consents.answer(kiosk.visit().id, 'camera', decision, shown);
        kiosk.dispatch({ type: 'camera', decision });
        kiosk.session().touchCovered = decision === 'given' && coversTouch(shown.version);
        kiosk.session().notice({ kind: decision === 'given' ? 'camera-on' : 'camera-off' });
      }
      context.changed('kiosk');
    }),
    'kiosk/withdraw': done(({ purpose }) => withdraw(use, purpose)),
    'kiosk/account': () => {
      const customer = accountOwner(kiosk);
      const consent = (purpose: 'recognition' | 'history' | 'diet') => ({
        purpose,
        given: consents.allows(customer.principal, purpose),
        at: consents.since(customer.principal, purpose),
      });
      return {
        customerNumber: customer.number,
        name: customer.name,
        language: customer.language,
        hasPicture: customer.picture !== null,
        joinedAt: customer.joinedAt,
        consents: [consent('recognition'), consent('history'), consent('diet')],
        purchases: plainPurchases(store, customer.id, ACCOUNT_PURCHASES),
      };
    },
    'kiosk/call': ({ reason, commandId, language }) => ({ call: kiosk.call(reason, commandId, language) }),
    'kiosk/call-cancel': done(({ commandId, callId }) => {
      if (kiosk.visit().call !== callId) throw new CallerError('no-such-call', 'this visit has no such call', 404);
      const answer = calls.command(callId, { kind: 'cancel', commandId });
      if (answer.refusal === 'arrived') throw new CallerError('arrived', 'the employee is already here', 409);
    }),
    'kiosk/proposal-dismiss': done(() => {
      kiosk.session().decline();
      context.changed('kiosk');
    }),
    'kiosk/signal': done(({ kind }) => {
      if (kind === 'error') kiosk.session().attempted('error', null);
      kiosk.session().notice({ kind: 'signal', signal: kind });
    }),
    'kiosk/touch-signal': done(({ kind }) => {
      needCamera();
      if (!kiosk.session().touchCovered)
        throw new CallerError('no-consent', 'the text that was agreed to says nothing of touch', 403);
      kiosk.session().notice({ kind: 'signal', signal: kind });
    }),
    'kiosk/expression': done((expression) => {
      needCamera();
      kiosk.session().notice({ kind: 'expression', expression });
    }),
  };
}
