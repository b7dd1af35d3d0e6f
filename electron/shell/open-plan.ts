/** Facts about this machine that decide whether an Electron window can open on it. */
export interface OpenFacts {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Running as root. */
  readonly root: boolean;
  /** The shell's compiled entry exists. */
  readonly built: boolean;
  /** `no-package`: a production install, without the `electron` package. */
  readonly runtime: 'present' | 'missing' | 'no-package';
}

export type OpenPlan = { readonly do: 'open' | 'fetch' } | { readonly do: 'nothing'; readonly why: string };

const nothing = (why: string): OpenPlan => ({ do: 'nothing', why });

/** Decides what to do about the kiosk window; every reason not to open one is a sentence that an operator can act on. */
export function planOpening(facts: OpenFacts): OpenPlan {
  const { env, platform } = facts;
  if (platform === 'linux' && !env.WAYLAND_DISPLAY && !env.DISPLAY) {
    return nothing('no display here (neither WAYLAND_DISPLAY nor DISPLAY is set)');
  }
  // Chromium's sandbox does not work as root, and a public screen without its sandbox is not an option.
  if (platform === 'linux' && facts.root) return nothing('Electron does not run as root; start as an ordinary user');
  if (!facts.built) return nothing('the shell has not been built (npm run build:station)');
  if (facts.runtime === 'no-package') return nothing('the electron package is not installed (npm install --include=dev)');
  return { do: facts.runtime === 'present' ? 'open' : 'fetch' };
}
