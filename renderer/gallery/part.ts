import type { ReactNode } from 'react';

/** One state of a part, with the words that say which. */
export interface Example {
  readonly state: string;
  readonly show: () => ReactNode;
  /** It covers the page, so it is shown by itself. */
  readonly alone?: boolean;
}

/** One component with all its states. What it is for and which props it takes is read from its source. */
export interface Part {
  /** The component's name. */
  readonly name: string;
  /** Its file, from `renderer/`. */
  readonly file: string;
  /** How it is written at its shortest. */
  readonly usage: string;
  readonly examples: readonly Example[];
}

/** `ui` serves every page; the others are the kiosk's and are shown at its size. */
export const isKioskPart = ({ file }: Part): boolean => file.startsWith('kiosk/');
