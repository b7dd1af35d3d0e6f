import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react';
import type { ExpectedEmployee } from '../../../shared/contract/index.ts';
import { useHouse } from '../use-house.tsx';

const states: Readonly<Record<ExpectedEmployee['state'], MessageDescriptor>> = {
  here: /*i18n*/ { id: 'manager.rota.here', message: 'on duty' },
  'on-break': /*i18n*/ { id: 'manager.rota.on-break', message: 'on a break' },
  'not-here': /*i18n*/ { id: 'manager.rota.not-here', message: 'not on duty yet' },
};

/** Who should be here now, and who has switched themselves on. */
export function Expected() {
  const { i18n } = useLingui();
  const expected = useHouse((house) => house.snapshot?.expected);
  if (expected === undefined) return null;
  return (
    <section className="panel">
      <h2>
        <Trans id="manager.rota.expected" message="Who should be here now" />
      </h2>
      {expected.length === 0 ? (
        <p className="soft">
          <Trans id="manager.rota.nobody" message="By the rota, nobody at this hour." />
        </p>
      ) : (
        <ul className="choices">
          {expected.map(({ id, name, ends, state }) => (
            <li key={id}>
              <Trans
                id="manager.rota.until"
                message="{name}, until {ends}: {state}"
                values={{ name, ends, state: i18n._(states[state]) }}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
