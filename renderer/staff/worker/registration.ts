/** Whether this browser, at this address, has service workers. */
export const hasWorker = (): boolean => 'serviceWorker' in navigator;

/** The page's worker: wakes the phone, and opens the page while the station is away. */
export const registerWorker = (): Promise<ServiceWorkerRegistration> =>
  navigator.serviceWorker.register('/staff-worker.js', { scope: '/staff' });
