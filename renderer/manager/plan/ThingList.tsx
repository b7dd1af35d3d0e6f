import { Trans, useLingui } from '@lingui/react';
import type { FloorPlan } from '../../../shared/contract/index.ts';
import { addPlace, movePlace, type PlaceKey, removePlace, resizePlace, samePlace } from '../../../shared/plan/edit.ts';
import { Button } from '../../ui/Button.tsx';
import { MetresField } from './MetresField.tsx';
import { usePlaceWords } from './place-words.ts';
import type { Thing } from './things.ts';
import type { PlanDesk } from './use-plan.ts';

/** Everything that can stand on the plan, in words and figures: the plan without the picture. */
export function ThingList(props: {
  readonly desk: PlanDesk;
  readonly plan: FloorPlan;
  readonly things: readonly Thing[];
  readonly selected: PlaceKey | null;
  readonly onSelect: (key: PlaceKey | null) => void;
  readonly say: (words: string) => void;
}) {
  const { i18n } = useLingui();
  const words = usePlaceWords();
  const { desk, plan } = props;
  return (
    <ul className="plan-things">
      {props.things.map((thing) => {
        const { place, name } = thing;
        const selected = props.selected !== null && samePlace(props.selected, thing);
        return (
          <li key={`${thing.kind} ${thing.id}`} data-kind={thing.kind} data-selected={selected || undefined}>
            <div className="plan-thing-head">
              <div>
                <p className="plan-thing-name">{name}</p>
                <p className="soft small">
                  {place === null ? <Trans id="manager.plan.not-placed" message="not on the plan" /> : words.short(place)}
                </p>
              </div>
              {place === null ? (
                <Button
                  look="bare"
                  aria-label={i18n._({ id: 'manager.plan.put-named', message: 'Put on the plan: {name}', values: { name } })}
                  onPress={() => {
                    const next = addPlace(plan, thing);
                    desk.commit(next);
                    props.onSelect(thing);
                    const added = next.places.find((p) => samePlace(p, thing));
                    if (added !== undefined) props.say(words.where(name, added));
                  }}
                >
                  <Trans id="manager.plan.put" message="Put on the plan" />
                </Button>
              ) : (
                <Button
                  look="bare"
                  aria-expanded={selected}
                  aria-label={i18n._({ id: 'manager.plan.figures-named', message: 'Figures of {name}', values: { name } })}
                  onPress={() => props.onSelect(selected ? null : thing)}
                >
                  <Trans id="manager.plan.figures" message="Figures" />
                </Button>
              )}
            </div>
            {selected && place !== null && (
              <div className="plan-thing-figures">
                <MetresField
                  label={<Trans id="manager.plan.x" message="From the left (m)" />}
                  value={place.x}
                  onMetres={(x) => desk.commit(movePlace(plan, thing, x, place.y))}
                />
                <MetresField
                  label={<Trans id="manager.plan.y" message="From the top (m)" />}
                  value={place.y}
                  onMetres={(y) => desk.commit(movePlace(plan, thing, place.x, y))}
                />
                {place.radius !== null && (
                  <MetresField
                    label={<Trans id="manager.plan.radius" message="Radius (m)" />}
                    value={place.radius}
                    onMetres={(radius) => desk.commit(resizePlace(plan, thing, radius))}
                  />
                )}
                <Button
                  look="bare"
                  onPress={() => {
                    desk.commit(removePlace(plan, thing));
                    props.onSelect(null);
                    props.say(words.off(name));
                  }}
                >
                  <Trans id="manager.plan.take-off" message="Take off the plan" />
                </Button>
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
