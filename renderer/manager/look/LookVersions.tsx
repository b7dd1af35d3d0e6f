import { Trans } from '@lingui/react';
import type { LookVersion } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Changed } from '../parts/Changed.tsx';

/** What the store has worn before, and the way back. */
export function LookVersions(props: {
  readonly versions: readonly LookVersion[];
  readonly onAgain: (version: LookVersion) => void;
}) {
  return (
    <section className="panel">
      <h2>
        <Trans id="manager.look.versions" message="What was published" />
      </h2>
      <ul className="look-versions">
        {props.versions.map((version, index) => (
          <li key={version.version}>
            <svg className="look-stripes" viewBox="0 0 4 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
              {Object.entries(version.value.colours).map(([name, colour], at) => (
                <rect key={name} x={at} width="1" height="1" fill={colour} />
              ))}
            </svg>
            <span>
              {version.version === 0 ? (
                <Trans id="manager.look.house" message="The house’s own look" />
              ) : (
                <Trans id="manager.look.version" message="Version {number}" values={{ number: version.version }} />
              )}{' '}
              {version.changed !== null && (
                <span className="soft">
                  <Changed changed={version.changed} />
                </span>
              )}
            </span>
            {index === 0 ? (
              <span className="soft">
                <Trans id="manager.look.worn-now" message="worn now" />
              </span>
            ) : (
              <Button onPress={() => props.onAgain(version)}>
                <Trans id="manager.look.again" message="Publish again" />
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
