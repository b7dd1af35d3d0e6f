import { describe, expect, it } from 'vitest';
import { type Awake, type Sentinel, WakeKeeper } from '../../../renderer/staff/awake/keeper.ts';

/** A lock as Chromium gives it: taken away when the page is hidden, refused while it is. */
class FakeScreen {
  readonly locks: (() => void)[] = [];
  visible = true;

  readonly request = async (): Promise<Sentinel> => {
    if (!this.visible) throw new DOMException('the page is not visible', 'NotAllowedError');
    const listeners: (() => void)[] = [];
    const release = () => {
      for (const listener of listeners.splice(0)) listener();
    };
    this.locks.push(release);
    return { release: async () => release(), addEventListener: (_type, listener) => void listeners.push(listener) };
  };

  hide(): void {
    this.visible = false;
    for (const release of this.locks) release();
  }
}

describe('the screen', () => {
  it('stays on while wanted, and may turn off after', async () => {
    const said: Awake[] = [];
    const keeper = new WakeKeeper(new FakeScreen().request, (awake) => said.push(awake));
    keeper.want(true);
    await expect.poll(() => said).toEqual(['held']);
    keeper.want(false);
    await expect.poll(() => said).toEqual(['held', 'let-go']);
  });

  it('is asked for again when the page comes back into view, and the truth is told meanwhile', async () => {
    const screen = new FakeScreen();
    const keeper = new WakeKeeper(screen.request, () => undefined);
    keeper.want(true);
    await expect.poll(() => keeper.state).toBe('held');
    screen.hide();
    expect(keeper.state).toBe('let-go');
    await keeper.refresh();
    expect(keeper.state).toBe('let-go');
    screen.visible = true;
    await keeper.refresh();
    expect(keeper.state).toBe('held');
  });

  it('is let go when the wish ended while the browser was still answering', async () => {
    const keeper = new WakeKeeper(new FakeScreen().request, () => undefined);
    keeper.want(true);
    keeper.want(false);
    await expect.poll(() => keeper.state).toBe('let-go');
  });

  it('cannot be kept on where the browser has no lock', () => {
    const keeper = new WakeKeeper(null, () => undefined);
    keeper.want(true);
    expect(keeper.state).toBe('absent');
  });
});
