import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';

export interface TileProps {
  readonly icon: ReactNode;
  readonly children: ReactNode;
  readonly lead?: boolean;
  readonly onPress: () => void;
}

/** One choice among at most five. */
export function Tile({ icon, children, lead = false, onPress }: TileProps) {
  return (
    <AriaButton className={lead ? 'tile tile-lead' : 'tile'} onPress={onPress}>
      <span className="tile-icon">{icon}</span>
      <span className="tile-word">{children}</span>
    </AriaButton>
  );
}
