import { startAuthentication } from '@simplewebauthn/browser';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Output, Snapshot } from '../../shared/contract/index.ts';
import { type call, type Link, Refused } from '../api.ts';

/** The station as the manager page needs it. */
export interface Station {
  readonly call: typeof call;
  follow(on: { snapshot(snapshot: Snapshot<'manager'>): void; link(link: Link): void }): () => void;
}

/** Something that was deleted or changed and can be put back. */
export interface Undoable {
  readonly name: string;
  readonly what?: 'deleted' | 'changed';
  undo(): Promise<unknown>;
}

export interface House {
  readonly phase: 'opening' | 'setup' | 'door' | 'inside';
  readonly doors: Output<'auth/doors'> | null;
  readonly link: Link;
  readonly snapshot: Snapshot<'manager'> | null;
  /** What was deleted and not yet put back or let go, the latest last. */
  readonly undoables: readonly Undoable[];
}

export interface HouseActions {
  open(): Promise<void>;
  /** @returns the refusal, or null when the page opened. */
  login(password: string): Promise<Refused | null>;
  /** Logs in with a passkey of this browser or device. */
  passkey(): Promise<Refused | null>;
  setup(code: string, password: string): Promise<Refused | null>;
  logout(): Promise<void>;
  /** Calls a route; a session that ended meanwhile leads back to the door. */
  readonly call: typeof call;
  deleted(undoable: Undoable): void;
  forget(undoable: Undoable): void;
}

export interface HouseParts {
  readonly store: StoreApi<House>;
  readonly actions: HouseActions;
}

const outside = { link: 'connecting', snapshot: null, undoables: [] } as const;

/** The manager page without its looks: who is inside, what the station said last, what can be undone. */
export function createHouse(station: Station): HouseParts {
  const store = createStore<House>(() => ({ phase: 'opening', doors: null, ...outside }));
  let unfollow: (() => void) | null = null;

  const enter = () => {
    unfollow?.();
    store.setState({ phase: 'inside', ...outside });
    unfollow = station.follow({
      snapshot: (snapshot) => store.setState({ snapshot }),
      link: (link) => {
        const before = store.getState().link;
        store.setState({ link });
        if (link === 'lost' && before !== 'lost') void look();
      },
    });
  };

  /** Reads the doors and stands where they say. */
  const look = async () => {
    const doors = await station.call('auth/doors', {}).catch(() => null);
    const { phase } = store.getState();
    if (doors === null) {
      if (phase === 'opening') store.setState({ phase: 'door' });
      return;
    }
    store.setState({ doors });
    if (doors.manager) {
      if (phase !== 'inside') enter();
      return;
    }
    unfollow?.();
    unfollow = null;
    store.setState({ phase: doors.setupNeeded ? 'setup' : 'door', ...outside });
  };

  const pass = async (attempt: () => Promise<unknown>): Promise<Refused | null> => {
    try {
      await attempt();
    } catch (error) {
      return error instanceof Refused ? error : new Refused('unreachable', String(error));
    }
    enter();
    return null;
  };

  const actions: HouseActions = {
    open: look,
    login: (password) => pass(() => station.call('auth/manager-login', { password })),
    passkey: () =>
      pass(async () => {
        const optionsJSON = await station.call('auth/passkey-options', {});
        const refused = () => {
          throw new Refused('wrong-passkey', 'no passkey was accepted');
        };
        const credential = await startAuthentication({ optionsJSON }).catch(refused);
        await station.call('auth/passkey-login', { credential }).catch((error: unknown) => {
          if (error instanceof Refused && error.code === 'wrong-login') refused();
          throw error;
        });
      }),
    setup: (code, password) => pass(() => station.call('auth/setup', { code, password })),
    async logout() {
      await station.call('auth/logout', { page: 'manager' }).catch(() => null);
      await look();
    },
    async call(name, input) {
      try {
        return await station.call(name, input);
      } catch (error) {
        if (error instanceof Refused && error.code === 'not-allowed') await look();
        throw error;
      }
    },
    deleted: (undoable) => store.setState(({ undoables }) => ({ undoables: [...undoables, undoable] })),
    forget: (undoable) => store.setState(({ undoables }) => ({ undoables: undoables.filter((other) => other !== undoable) })),
  };
  return { store, actions };
}
