import type { Language } from '../../../shared/contract/index.ts';
import type { call } from '../../api.ts';
import { hasWorker, registerWorker } from '../worker/registration.ts';

/** How waking stands on this device. `absent`: this browser, or this address, cannot; `blocked`: its user forbade notifications. */
export type Waking = 'absent' | 'not-offered' | 'blocked' | 'off' | 'on' | 'failed';

const able = (): boolean => hasWorker() && 'PushManager' in globalThis && 'Notification' in globalThis;

const bytes = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

const base64url = (buffer: ArrayBuffer | null): string =>
  btoa(String.fromCharCode(...new Uint8Array(buffer ?? new ArrayBuffer(0))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** Whether this device may be woken, without asking anybody anything. */
export async function waking(station: typeof call): Promise<Waking> {
  if (!able()) return 'absent';
  const { publicKey } = await station('staff/push-key', {});
  if (publicKey === null) return 'not-offered';
  if (Notification.permission === 'denied') return 'blocked';
  const present = await (await navigator.serviceWorker.getRegistration('/staff'))?.pushManager.getSubscription();
  return present ? 'on' : 'off';
}

/** Asks the browser, subscribes, and tells the station. From a tap: browsers ask only then. */
export async function wakeHere(station: typeof call, language: Language): Promise<Waking> {
  if ((await Notification.requestPermission()) !== 'granted') return 'blocked';
  const { publicKey } = await station('staff/push-key', {});
  if (publicKey === null) return 'not-offered';
  const { pushManager } = await registerWorker();
  try {
    const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(publicKey) });
    await station('staff/push-on', {
      endpoint: subscription.endpoint,
      p256dh: base64url(subscription.getKey('p256dh')),
      auth: base64url(subscription.getKey('auth')),
      language,
    });
    return 'on';
  } catch {
    return 'failed';
  }
}

/** Ends it on this device. The station hears of it first: a push to a page that is no more would only fail there. */
export async function letSleep(station: typeof call): Promise<void> {
  if (!able()) return;
  const subscription = await (await navigator.serviceWorker.getRegistration('/staff'))?.pushManager.getSubscription();
  if (!subscription) return;
  await station('staff/push-off', { endpoint: subscription.endpoint }).catch(() => null);
  await subscription.unsubscribe();
}
