import { create } from 'zustand';
import type { CallReason, KioskScreen, Purpose, VisitView } from '../../../shared/contract/index.ts';

/** What the page itself adds over a screen. The station does not need to know. */
export type Panel = 'accessibility' | 'picture' | 'sees' | 'about' | null;
/** A sentence the home screen says once after something was done. */
export type Said = 'left' | 'not-joined' | 'given-recognition' | 'given-history' | 'given-camera' | null;

interface View {
  readonly screen: KioskScreen;
  /** What is being typed, one text per screen, so that looking elsewhere loses nothing. */
  readonly texts: Readonly<Partial<Record<KioskScreen, string>>>;
  /** Something was used in this visit: there is something to ask about at its end. */
  readonly served: boolean;
  /** The shelf whose products are listed while nothing is typed. */
  readonly shelf: string | null;
  /** Where a product was opened from: "back" leads there. */
  readonly productFrom: KioskScreen;
  readonly panel: Panel;
  readonly said: Said;
  /** The receipt that covers the screen for a moment. */
  readonly receipt: Purpose | null;
  /** The shopper carries on while the call stays open. */
  readonly callAside: boolean;
  /** The closed call whose end the shopper has read. */
  readonly callRead: string | null;
  /** A call on its way to the station; the same id is sent again until it is answered. */
  readonly calling: { readonly commandId: string; readonly reason: CallReason; readonly failed: boolean } | null;
}

const fresh: View = {
  screen: 'welcome',
  texts: {},
  served: false,
  shelf: null,
  productFrom: 'find',
  panel: null,
  said: null,
  receipt: null,
  callAside: false,
  callRead: null,
  calling: null,
};

/** What is being typed and where the shopper is: the only state this page owns. */
export const useView = create<View>()(() => fresh);

export const goTo = (screen: KioskScreen): void =>
  useView.setState({ screen, panel: null, said: null, receipt: null, served: true });

export const goHome = (said: Said = null): void => useView.setState({ screen: 'welcome', panel: null, said, receipt: null });

export const setText = (screen: KioskScreen, text: string): void =>
  useView.setState(({ texts }) => ({ texts: { ...texts, [screen]: text } }));

/** Shows the receipt of an answer over the screen; null puts it away. */
export const showReceipt = (receipt: Purpose | null): void => useView.setState({ receipt });
/** Shows one product. From a product, or from a code that was not known, "back" still leads to where the shopper was before. */
export function openProduct(id: string): void {
  const { screen } = useView.getState();
  if (screen !== 'product' && screen !== 'scan') useView.setState({ productFrom: screen });
  setText('product', id);
  goTo('product');
}

export const leaveProduct = (): void => goTo(useView.getState().productFrom);

export const setShelf = (shelf: string | null): void => useView.setState({ shelf });

export const setPanel = (panel: Panel): void => useView.setState({ panel });

export const textOf = (view: View, screen: KioskScreen): string => view.texts[screen] ?? '';

/** A visit began, or the page was reloaded in the middle of one: everything starts from what the station kept. */
export function adopt(visit: VisitView): void {
  const { screen, text } = visit.view;
  useView.setState({ ...fresh, screen, texts: text ? { [screen]: text } : {}, calling: useView.getState().calling }, true);
}

/** The visit is over: nothing of it stays in this page. */
export const forget = (): void => useView.setState(fresh, true);
