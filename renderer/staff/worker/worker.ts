import { notificationOf, type PushMessage } from '../push/push-words.ts';
import { kindOf, Offline, type Shelf } from './offline.ts';

/** What a service worker's global scope offers here. Its type library cannot stand beside that of pages. */
interface Scope {
  readonly registration: ServiceWorkerRegistration;
  readonly location: { readonly origin: string };
  readonly caches: { open(name: string): Promise<Shelf> };
  skipWaiting(): Promise<void>;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: {
      type: 'window';
      includeUncontrolled: true;
    }): Promise<readonly { readonly url: string; focus(): Promise<unknown>; postMessage(message: string): void }[]>;
    openWindow(url: string): Promise<unknown>;
  };
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(
    type: 'push',
    listener: (event: ExtendableEvent & { readonly data: { json(): unknown } | null }) => void,
  ): void;
  addEventListener(
    type: 'notificationclick',
    listener: (event: ExtendableEvent & { readonly notification: Notification }) => void,
  ): void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

const scope = globalThis as unknown as Scope;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const offline = async () => new Offline(await scope.caches.open('staff-page'), (address) => fetch(address), pause);

scope.addEventListener('install', (event) => {
  event.waitUntil(offline().then((shelf) => Promise.all([shelf.page(), shelf.look()])));
  void scope.skipWaiting();
});
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));

scope.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const kind = kindOf(method, url, scope.location.origin);
  if (kind === 'live') return;
  event.respondWith(offline().then((shelf) => (kind === 'asset' ? shelf.asset(new URL(url).pathname) : shelf[kind]())));
});

/** Wakes the phone. A push must always show something, or browsers take the permission away. */
scope.addEventListener('push', (event) => {
  const message = event.data?.json() as PushMessage | undefined;
  const { title, body } = message === undefined ? { title: 'Prévenance', body: '' } : notificationOf(message);
  event.waitUntil(
    scope.registration.showNotification(title, {
      body,
      // A call that climbs rings anew in the place of its earlier notification.
      tag: message?.call ?? 'prevenance',
      data: message?.call,
      lang: message?.language ?? 'fr',
      requireInteraction: true,
      ...{ renotify: true, vibrate: [160, 40, 280, 140, 160, 40, 280] },
    }),
  );
});

/** Brings the staff page to the front, or opens it, at the call. */
scope.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const open = async () => {
    const pages = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
    const page = pages.find(({ url }) => new URL(url).pathname.startsWith('/staff'));
    const callId = String(event.notification.data ?? '');
    page?.postMessage(callId);
    await (page?.focus() ?? scope.clients.openWindow(`/staff#${callId}`));
  };
  event.waitUntil(open());
});
