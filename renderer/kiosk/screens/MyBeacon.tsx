import { Trans } from '@lingui/react';
import { useState } from 'react';
import type { CarriedBeacon, Language } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { date } from '../../ui/format.ts';

interface MyBeaconProps {
  readonly beacon: CarriedBeacon;
  readonly position: number;
  readonly language: Language;
  readonly onBlock: (blocked: boolean) => Promise<void>;
  /** Null: the last one cannot be removed. */
  readonly onRemove: (() => Promise<void>) | null;
  readonly onShare: (() => void) | null;
}

/** One beacon in words, and what can be done about it. Removing asks once more: it cannot be undone from here. */
export function MyBeacon({ beacon, position, language, onBlock, onRemove, onShare }: MyBeaconProps) {
  const [removing, setRemoving] = useState(false);
  return (
    <li className="beacon">
      <div>
        <h3>
          <Trans
            id="beacon.name"
            message="Beacon {n}, since {day}"
            values={{ n: position, day: date(beacon.addedAt, language) }}
          />
        </h3>
        <p className="soft">
          {beacon.blocked ? (
            <Trans id="beacon.blocked" message="Lost: it recognises nobody." />
          ) : beacon.strength === 'strong' ? (
            <Trans id="beacon.strong" message="It cannot be copied." />
          ) : (
            <Trans id="beacon.weak" message="It could be copied: your picture protects your name." />
          )}{' '}
          {beacon.sharers > 0 && (
            <Trans
              id="beacon.shared"
              message="{n, plural, one {Somebody else carries it, too.} other {# others carry it, too.}}"
              values={{ n: beacon.sharers }}
            />
          )}
        </p>
      </div>
      <div className="beacon-acts">
        {removing && onRemove ? (
          <>
            <Button onPress={() => void onRemove()}>
              <Trans id="beacon.remove.yes" message="Yes, remove it" />
            </Button>
            <Button onPress={() => setRemoving(false)}>
              <Trans id="beacon.remove.no" message="Keep it" />
            </Button>
          </>
        ) : (
          <>
            {beacon.blocked ? (
              <Button onPress={() => void onBlock(false)}>
                <Trans id="beacon.unblock" message="Found again" />
              </Button>
            ) : (
              <Button onPress={() => void onBlock(true)}>
                <Trans id="beacon.block" message="It is lost" />
              </Button>
            )}
            {onShare && !beacon.blocked && (
              <Button onPress={onShare}>
                <Trans id="beacon.share" message="Share it" />
              </Button>
            )}
            {onRemove && (
              <Button onPress={() => setRemoving(true)}>
                <Trans id="beacon.remove" message="Remove" />
              </Button>
            )}
          </>
        )}
      </div>
    </li>
  );
}
