import { Trans, useLingui } from '@lingui/react';
import type { WalkView } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { useActions } from '../use-house.tsx';
import { spotName, troubleWords } from './walk-words.ts';

type Spot = WalkView['spots'][number];

/** Every spot of the walk: how strong it was there, what is wrong with it, and a way to do it again or leave it out. */
export function SpotList(props: {
  readonly spots: readonly Spot[];
  readonly several: boolean;
  readonly busy: boolean;
  readonly send: (action: () => Promise<unknown>) => void;
}) {
  const { i18n } = useLingui();
  const { call, deleted } = useActions();
  const remove = (spot: Spot) =>
    props.send(async () => {
      await call('manager/walk-keep', { id: spot.id, keep: false });
      deleted({ name: spotName(spot, i18n), undo: () => call('manager/walk-keep', { id: spot.id, keep: true }) });
    });
  const done = props.spots.filter((spot) => spot.remainingMs === null);
  if (done.length === 0)
    return (
      <p className="soft">
        <Trans
          id="manager.walk.spots.empty"
          message="No spot yet. Six inside and six outside make a good walk; outside ones close to the edge teach the most."
        />
      </p>
    );
  return (
    <ul className="walk-spots">
      {done.map((spot) => {
        const name = spotName(spot, i18n);
        return (
          <li key={spot.id} data-place={spot.place}>
            <div>
              <p className="walk-spot-name">{name}</p>
              <p className="soft small">
                {spot.medians.map(({ receiver, dbm, packets }) => (
                  <span key={receiver} className="walk-spot-level">
                    {props.several && `${receiver}: `}
                    <Trans
                      id="manager.walk.spot.level"
                      message="{dbm} dBm, {packets, plural, one {# packet} other {# packets}}"
                      values={{ dbm: i18n.number(dbm), packets }}
                    />
                  </span>
                ))}
              </p>
              {spot.trouble !== null && <p className="small walk-spot-trouble">{i18n._(troubleWords[spot.trouble])}</p>}
            </div>
            <div className="row">
              <Button
                look="bare"
                isDisabled={props.busy}
                aria-label={i18n._({ id: 'manager.walk.again-named', message: 'Do {name} again', values: { name } })}
                onPress={() => props.send(() => call('manager/walk-spot', { place: spot.place, instead: spot.id }))}
              >
                <Trans id="manager.walk.again" message="Again" />
              </Button>
              <Button
                look="bare"
                aria-label={i18n._({ id: 'manager.delete-named', message: 'Delete {name}', values: { name } })}
                onPress={() => remove(spot)}
              >
                <Trans id="manager.delete" message="Delete" />
              </Button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
