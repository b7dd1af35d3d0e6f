import type { Role } from '../../shared/contract/index.ts';

/** What a request shows about itself before anything of it is believed. */
export interface RequestFacts {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly remoteAddress: string;
}

const loopback = /^(127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|::ffff:127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/;

/** Whether an address is this machine's own. */
export const isLoopback = (address: string): boolean => loopback.test(address);

/**
 * Why a request is refused before routing, or null. Closes DNS rebinding (Host) and cross-site requests (Origin, Sec-Fetch-Site).
 * @param hosts the `host:port` names this station answers to
 */
export function refuseRequest(facts: RequestFacts, hosts: ReadonlySet<string>): 'wrong-host' | 'cross-site' | null {
  if (facts.host === undefined || !hosts.has(facts.host.toLowerCase())) return 'wrong-host';
  if (facts.method === 'GET' || facts.method === 'HEAD') return null;
  if (facts.fetchSite !== undefined && facts.fetchSite !== 'same-origin' && facts.fetchSite !== 'none') return 'cross-site';
  if (facts.origin !== undefined && facts.origin.toLowerCase() !== `http://${facts.host.toLowerCase()}`) return 'cross-site';
  return null;
}

/** Proven properties of whoever sent a request. */
export interface Credentials {
  readonly loopback: boolean;
  /** Holds the per-boot secret of this station (its own shell, or an operator on this machine). */
  readonly secret: boolean;
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
    case 'employee':
      return who.employee;
    case 'manager':
      return who.manager;
    case 'operator':
      return who.secret;
  }
}
