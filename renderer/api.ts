import type { Input, Output, RouteName, Snapshot, StreamName } from '../shared/contract/index.ts';

/** A request the station refused, or could not answer (`code` is then `unreachable`). */
export class Refused extends Error {
  readonly code: string;
  readonly issues: readonly { readonly path: string; readonly message: string }[];

  constructor(code: string, message: string, issues: readonly { path: string; message: string }[] = []) {
    super(message);
    this.name = 'Refused';
    this.code = code;
    this.issues = issues;
  }
}

/** Calls one route of the contract. Throws {@link Refused}. */
export async function call<N extends RouteName>(name: N, input: Input<N>): Promise<Output<N>> {
  // The only binary input is a file; asking the contract itself would bring all its schemas into every page.
  const bytes = input instanceof Uint8Array;
  let response: Response;
  try {
    response = await fetch(`/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': bytes ? 'application/octet-stream' : 'application/json' },
      body: bytes ? (input as BodyInit) : JSON.stringify(input),
      signal: AbortSignal.timeout(bytes ? 120_000 : 10_000),
    });
  } catch {
    throw new Refused('unreachable', 'the station did not answer');
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as Output<N>;
  const error = (body as { error?: { code: string; message: string; issues: { path: string; message: string }[] } } | null)
    ?.error;
  throw new Refused(error?.code ?? 'unreachable', error?.message ?? `HTTP ${response.status}`, error?.issues);
}

/** How the page stands with the station. */
export type Link = 'connecting' | 'open' | 'lost';

/** Silence after which a stream is taken for dead: the station beats every 5 s. */
const WATCHDOG_MS = 12_000;

export interface Following<N extends StreamName> {
  snapshot(snapshot: Snapshot<N>): void;
  link(link: Link): void;
  /** The station was heard, whether or not anything is new: what waits for it may be sent now. */
  heard?(): void;
}

/**
 * Follows a stream of whole snapshots and reconnects by itself for ever.
 * @returns a function that stops following.
 */
export function follow<N extends StreamName>(name: N, on: Following<N>): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const restart = (delayMs: number) => {
    clearTimeout(timer);
    source?.close();
    source = null;
    if (!stopped) timer = setTimeout(open, delayMs);
  };
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      on.link('lost');
      restart(0);
    }, WATCHDOG_MS);
  };
  const open = () => {
    source = new EventSource(`/api/events/${name}`);
    alive();
    source.addEventListener('snapshot', (event) => {
      alive();
      on.link('open');
      on.snapshot(JSON.parse((event as MessageEvent<string>).data) as Snapshot<N>);
      on.heard?.();
    });
    source.addEventListener('beat', () => {
      alive();
      on.heard?.();
    });
    source.addEventListener('error', () => {
      on.link('lost');
      restart(1_000);
    });
  };
  on.link('connecting');
  open();
  return () => {
    stopped = true;
    clearTimeout(timer);
    source?.close();
  };
}
