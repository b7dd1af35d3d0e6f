import type { Role } from '../../shared/contract/index.ts';

/** What a request shows about itself before anything of it is believed. */
export interface RequestFacts {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
}

const loopback = /^(127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|::ffff:127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/;

/** Whether an address is this machine's own. */
export const isLoopback = (address: string): boolean => loopback.test(address);

/**
 * Whether somebody else sent a request on: then its address is the messenger's, and proves nothing about who stands before the screen.
 */
export const isForwarded = (headers: Readonly<Record<string, unknown>>): boolean =>
  ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'].some((name) => headers[name] !== undefined);

/**
 * Why a request is refused before routing, or null. Closes DNS rebinding (Host) and cross-site requests (Origin, Sec-Fetch-Site).
 * @param listener `isOurs`: whether it answers to a `host:port` as browsers write it
 */
export function refuseRequest(
  facts: RequestFacts,
  listener: { readonly isOurs: (host: string) => boolean; readonly scheme: 'http' | 'https' },
): 'wrong-host' | 'cross-site' | null {
  if (facts.host === undefined || !listener.isOurs(facts.host.toLowerCase())) return 'wrong-host';
  if (facts.method === 'GET' || facts.method === 'HEAD') return null;
  if (facts.fetchSite !== undefined && facts.fetchSite !== 'same-origin' && facts.fetchSite !== 'none') return 'cross-site';
  if (facts.origin !== undefined && facts.origin.toLowerCase() !== `${listener.scheme}://${facts.host.toLowerCase()}`)
    return 'cross-site';
  return null;
}

/** Proven properties of whoever sent a request. */
export interface Credentials {
  readonly loopback: boolean;
  /** Holds the per-boot secret of this station (its own shell, or an operator on this machine). */
  readonly secret: boolean;
  /** An enrolled browser, or the demo store's own machine. */
  readonly device: boolean;
  readonly employee: boolean;
  readonly manager: boolean;
}

/** Whether the credentials satisfy a route's role. The kiosk's own screen is on this machine: loopback is its credential. */
export function mayCall(role: Role, who: Credentials): boolean {
  switch (role) {
    case 'anyone':
      return true;
    case 'kiosk':
      return who.loopback || who.secret;
    case 'device':
      return who.device;
    case 'employee':
      return who.employee;
    case 'manager':
      return who.manager;
    case 'operator':
      return who.secret;
  }
}
