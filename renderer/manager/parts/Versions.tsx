import { Trans } from '@lingui/react';
import type { ReactNode } from 'react';
import type { EpochMs } from '../../../shared/units.ts';
import { Button } from '../../ui/Button.tsx';
import { Changed } from './Changed.tsx';

interface Version {
  /** 0 is the house default. */
  readonly version: number;
  readonly changed: { readonly by: string; readonly at: EpochMs } | null;
}

/** Every version of something the manager decides, and the way back to each. */
export function Versions<V extends Version>(props: {
  readonly versions: readonly V[];
  readonly lead?: ReactNode;
  /** What sets this version apart, in a line. */
  readonly about?: (version: V) => ReactNode;
  readonly onTake: (version: V) => void;
}) {
  return (
    <section className="panel">
      <h2>
        <Trans id="manager.calling.history" message="Versions" />
      </h2>
      {props.lead !== undefined && <p className="soft">{props.lead}</p>}
      <ul className="versions">
        {props.versions.map((one) => (
          <li key={one.version} className="row">
            <span>
              {one.version === 0 ? (
                <Trans id="manager.calling.standard" message="House default" />
              ) : (
                <Trans id="manager.calling.version" message="Version {version}" values={{ version: one.version }} />
              )}
              {props.about !== undefined && <span className="cell-note">{props.about(one)}</span>}
              {one.changed !== null && (
                <span className="cell-note">
                  <Changed changed={one.changed} />
                </span>
              )}
            </span>
            <Button onPress={() => props.onTake(one)}>
              <Trans id="manager.calling.take" message="Fill this in again" />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
