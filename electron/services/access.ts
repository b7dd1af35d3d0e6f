import { usualKeypad } from '../../shared/access/keypad.ts';
import type { ScreenPixels } from '../../shared/access/screen.ts';
import type { AccessSettings, Output } from '../../shared/contract/index.ts';
import type { Context } from './context.ts';

/** Name under which the manager's own changes are listed. */
const MANAGER = 'manager';

/** A kiosk nobody has measured yet. */
export const newAccess: AccessSettings = { screen: null, lowerEdge: null, headphonesOnly: false, keypad: usualKeypad };

/** How the kiosk stands before people: its screen, its sound and its keypad. */
export class AccessService {
  readonly #context: Context;
  #pixels: ScreenPixels | null = null;

  constructor(context: Context) {
    this.#context = context;
  }

  settings(): AccessSettings {
    return this.#context.store.settings.read('access') ?? newAccess;
  }

  overview(): Output<'manager/access'> {
    const changed = this.#context.store.settings.changed('access');
    return { settings: this.settings(), changed, pixels: this.#pixels };
  }

  /** The kiosk page has said how many pixels it has. Kept in memory: it says so again at each start. */
  measured(pixels: ScreenPixels): void {
    this.#pixels = pixels;
  }

  save(settings: AccessSettings): void {
    this.#context.store.settings.write('access', settings, MANAGER, this.#context.clock.wall());
    this.#context.changed('kiosk');
  }
}
