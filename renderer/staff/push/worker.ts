import { notificationOf, type PushMessage } from './push-words.ts';

/** What a service worker's global scope offers here. Its type library cannot stand beside that of pages. */
interface Scope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    matchAll(options: {
      type: 'window';
      includeUncontrolled: true;
    }): Promise<readonly { readonly url: string; focus(): Promise<unknown> }[]>;
    openWindow(url: string): Promise<unknown>;
  };
  addEventListener(
    type: 'push',
    listener: (event: ExtendableEvent & { readonly data: { json(): unknown } | null }) => void,
  ): void;
  addEventListener(
    type: 'notificationclick',
    listener: (event: ExtendableEvent & { readonly notification: Notification }) => void,
  ): void;
}
interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

const scope = globalThis as unknown as Scope;

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
    await (page?.focus() ?? scope.clients.openWindow(`/staff#${String(event.notification.data ?? '')}`));
  };
  event.waitUntil(open());
});
