import { createHash } from 'node:crypto';
import { type LookSettings, type LookVersion, maxLogoBytes, type Output } from '../../shared/contract/index.ts';
import { CallerError } from '../../shared/errors.ts';
import { problemsOf } from '../../shared/look/check.ts';
import { lookCss } from '../../shared/look/css.ts';
import { houseColours } from '../../shared/look/tokens.ts';
import type { Page } from '../server/pages.ts';
import type { Context } from './context.ts';
import { cleanLogo } from './logo.ts';

const MANAGER = 'manager';

/** What a store looks like before its manager has chosen anything. */
const houseLook: LookSettings = {
  colours: houseColours,
  corners: 'soft',
  motion: 'full',
  logo: null,
  dimAfterMinutes: 10,
};

/** The store's look: what was published, what is being tried, and the files that carry it to the pages. */
export class Looks {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /** What the pages wear. */
  worn(): LookVersion {
    return this.#versions()[0] as LookVersion;
  }

  read(): Output<'manager/look'> {
    return { versions: this.#versions(), draft: this.#context.store.looks.draft() };
  }

  /** Keeps a choice that nobody sees yet, readable or not. */
  keepDraft(look: LookSettings): void {
    this.#knowsLogo(look);
    this.#context.store.looks.keepDraft(look, MANAGER, this.#context.clock.wall());
  }

  dropDraft(): void {
    this.#context.store.looks.dropDraft();
  }

  /** @throws CallerError `contrast` when somebody could not read it */
  publish(look: LookSettings): number {
    this.#knowsLogo(look);
    const problems = problemsOf(look.colours);
    if (problems.length > 0) {
      const named = problems.map(({ front, ground, ratio, least }) => [
        `${front} on ${ground}`,
        `${ratio.toFixed(2)} < ${least}`,
      ]);
      throw new CallerError('contrast', 'these colours cannot be read by everyone', 422, Object.fromEntries(named));
    }
    const { store, clock, changed } = this.#context;
    const version = store.transaction(() => {
      store.looks.dropDraft();
      return store.looks.publish(look, MANAGER, clock.wall());
    });
    changed('kiosk', 'manager');
    return version;
  }

  /** @throws CallerError when it is no logo, is too large, or holds more than a drawing */
  keepLogo(bytes: Uint8Array): string {
    if (bytes.length > maxLogoBytes) throw new CallerError('logo-too-large', 'a logo has at most 256 KiB', 413);
    const { kind, clean } = cleanLogo(bytes);
    const name = `theme-logo-${createHash('sha256').update(clean).digest('hex').slice(0, 16)}.${kind}`;
    this.#context.store.looks.keepLogo(name, clean);
    return name;
  }

  /**
   * The file at an address, or undefined. `/theme.css` is what is worn now and is asked for before the first paint; a version's own
   * style sheet and a logo never change.
   */
  file(path: string): Page | undefined {
    if (path === '/theme.css') return sheet(this.worn(), false);
    const version = /^\/theme-(\d{1,9})\.css$/.exec(path)?.[1];
    if (version !== undefined) {
      const found = this.#versions().find((look) => look.version === Number(version));
      return found && sheet(found, true);
    }
    if (!path.startsWith('/theme-logo-')) return undefined;
    const bytes = this.#context.store.looks.logo(path.slice(1));
    if (bytes === null) return undefined;
    const type = path.endsWith('.svg') ? 'image/svg+xml' : 'image/png';
    return { type, body: Buffer.from(bytes), gzip: null, immutable: true };
  }

  #versions(): LookVersion[] {
    return [...this.#context.store.looks.versions(), { version: 0, value: houseLook, changed: null }];
  }

  #knowsLogo({ logo }: LookSettings): void {
    if (logo !== null && this.#context.store.looks.logo(logo) === null)
      throw new CallerError('no-such-logo', 'there is no such logo', 422);
  }
}

const sheet = ({ version, value }: LookVersion, immutable: boolean): Page => ({
  type: 'text/css; charset=utf-8',
  body: Buffer.from(version === 0 ? ':root{--look:0}\n' : lookCss(version, value)),
  gzip: null,
  immutable,
});
