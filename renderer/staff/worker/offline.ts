/** The part of a cache that is used here. */
export interface Shelf {
  match(address: string): Promise<Response | undefined>;
  put(address: string, response: Response): Promise<void>;
  keys(): Promise<readonly { readonly url: string }[]>;
  delete(address: string): Promise<boolean>;
}

const page = '/staff';
const look = '/theme.css';
/** How long what is kept here waits for something newer, in milliseconds: a station that hangs refuses nothing. */
const PATIENCE_MS = 2_000;
const assets = /(?:src|href)="(\/assets\/[\w.-]+)"/g;

/** What may be answered from the shelf. Calls, and everything else that changes, never: no answer is better than an old one. */
export function kindOf(method: string, address: string, origin: string): 'page' | 'look' | 'asset' | 'live' {
  const { origin: from, pathname } = new URL(address);
  if (method !== 'GET' || from !== origin) return 'live';
  if (pathname === page) return 'page';
  if (pathname === look) return 'look';
  return pathname.startsWith('/assets/') ? 'asset' : 'live';
}

/** The staff page without its station: it opens, and says that it is not connected. */
export class Offline {
  readonly #shelf: Shelf;
  readonly #fetch: (address: string) => Promise<Response>;
  readonly #pause: (ms: number) => Promise<void>;

  constructor(shelf: Shelf, fetch: (address: string) => Promise<Response>, pause: (ms: number) => Promise<void>) {
    this.#shelf = shelf;
    this.#fetch = fetch;
    this.#pause = pause;
  }

  /** The page as the station has it now; the last one it had when it does not answer. */
  page(): Promise<Response> {
    return this.#newest(page, (fresh) => this.#keep(fresh));
  }

  /** The store's look, in the same way: nothing is painted before it is there. */
  look(): Promise<Response> {
    return this.#newest(look, (fresh) => this.#shelf.put(look, fresh));
  }

  async #newest(address: string, keep: (fresh: Response) => Promise<void>): Promise<Response> {
    const kept = await this.#shelf.match(address);
    const answer = this.#fetch(address);
    try {
      const fresh = await (kept === undefined ? answer : Promise.race([answer, this.#pause(PATIENCE_MS).then(() => kept)]));
      if (fresh !== kept && fresh.ok) await keep(fresh.clone());
      return fresh;
    } catch (error) {
      if (kept === undefined) throw error;
      return kept;
    }
  }

  /** A file whose name carries a hash of its content. */
  async asset(address: string): Promise<Response> {
    const kept = await this.#shelf.match(address);
    if (kept !== undefined) return kept;
    const fresh = await this.#fetch(address);
    if (fresh.ok) await this.#shelf.put(address, fresh.clone());
    return fresh;
  }

  /** Keeps the page with all it names, and lets go of the scripts and styles of earlier versions. */
  async #keep(fresh: Response): Promise<void> {
    const html = await fresh.clone().text();
    const named = [...html.matchAll(assets)].map(([, path = '']) => path);
    await Promise.all(named.map((path) => this.asset(path)));
    await this.#shelf.put(page, fresh);
    for (const { url } of await this.#shelf.keys()) {
      const { pathname } = new URL(url, 'http://here');
      if (/^\/assets\/.+\.(?:js|css)$/.test(pathname) && !named.includes(pathname)) await this.#shelf.delete(url);
    }
  }
}
