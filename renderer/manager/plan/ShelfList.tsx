import { Trans, useLingui } from '@lingui/react';
import { useMemo, useState } from 'react';
import type { FloorPlan, FloorShelf } from '../../../shared/contract/index.ts';
import { putShelf, removeShelf } from '../../../shared/plan/edit.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { freshId } from '../parts/fresh-id.ts';
import { useLoaded } from '../use-house.tsx';
import { MetresField } from './MetresField.tsx';
import { useShelfWords } from './shelf-words.ts';
import type { PlanDesk } from './use-plan.ts';

/** Aisles offered at a time; the next ones follow when these are placed. */
const OFFERED = 12;

/** The aisle a shelf belongs to, which counts when the field is left. */
function AisleField({ value, onAisle }: { readonly value: string; readonly onAisle: (aisle: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Field
      label={<Trans id="manager.plan.shelf.aisle" message="Aisle, as products name it" />}
      value={typed ?? value}
      maxLength={20}
      onChange={setTyped}
      onBlur={() => {
        if (typed?.trim()) onAisle(typed.trim());
        setTyped(null);
      }}
    />
  );
}

/** Every shelf in words and figures, and the aisles of the catalogue that have none yet. */
export function ShelfList(props: {
  readonly desk: PlanDesk;
  readonly plan: FloorPlan;
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
  readonly say: (words: string) => void;
}) {
  const { i18n } = useLingui();
  const words = useShelfWords();
  const { desk, plan, selected, onSelect, say } = props;
  const products = useLoaded('manager/products', {}).answer?.items;
  const missing = useMemo(() => {
    const placed = new Set(plan.shelves.map(({ aisle }) => aisle));
    const aisles = new Set((products ?? []).map(({ aisle }) => aisle).filter((aisle) => !placed.has(aisle)));
    return [...aisles].sort(new Intl.Collator(i18n.locale, { numeric: true }).compare);
  }, [products, plan.shelves, i18n.locale]);
  const add = (aisle: string) => {
    const shelf = { id: freshId('shelf'), aisle, x: plan.width / 2 - 0.5, y: plan.height / 2 - 2, width: 1, depth: 4 };
    desk.commit(putShelf(plan, shelf));
    onSelect(shelf.id);
    say(words.where(shelf));
  };
  const change = (shelf: FloorShelf) => desk.commit(putShelf(plan, shelf));
  return (
    <>
      <ul className="plan-things">
        {plan.shelves.map((shelf) => (
          <li key={shelf.id} data-kind="shelf">
            <div className="plan-thing-head">
              <div>
                <p className="plan-thing-name">{words.name(shelf)}</p>
                <p className="soft small">
                  {words.short(shelf)}, {words.size(shelf)}
                </p>
              </div>
              <Button
                look="bare"
                aria-expanded={selected === shelf.id}
                aria-label={i18n._({
                  id: 'manager.plan.figures-named',
                  message: 'Figures of {name}',
                  values: { name: words.name(shelf) },
                })}
                onPress={() => onSelect(selected === shelf.id ? null : shelf.id)}
              >
                <Trans id="manager.plan.figures" message="Figures" />
              </Button>
            </div>
            {selected === shelf.id && (
              <div className="plan-thing-figures">
                <AisleField value={shelf.aisle} onAisle={(aisle) => change({ ...shelf, aisle })} />
                <MetresField
                  label={<Trans id="manager.plan.x" message="From the left (m)" />}
                  value={shelf.x}
                  onMetres={(x) => change({ ...shelf, x })}
                />
                <MetresField
                  label={<Trans id="manager.plan.y" message="From the top (m)" />}
                  value={shelf.y}
                  onMetres={(y) => change({ ...shelf, y })}
                />
                <MetresField
                  label={<Trans id="manager.plan.width" message="Width (m)" />}
                  value={shelf.width}
                  onMetres={(width) => change({ ...shelf, width })}
                />
                <MetresField
                  label={<Trans id="manager.plan.height" message="Length (m)" />}
                  value={shelf.depth}
                  onMetres={(depth) => change({ ...shelf, depth })}
                />
                <Button
                  look="bare"
                  onPress={() => {
                    desk.commit(removeShelf(plan, shelf.id));
                    onSelect(null);
                    say(words.off(shelf));
                  }}
                >
                  <Trans id="manager.plan.take-off" message="Take off the plan" />
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <p className="soft small">
          <Trans
            id="manager.plan.aisles-missing"
            message="Products stand in these aisles too. The kiosk shows no way to them yet."
          />
        </p>
      )}
      <div className="row">
        {missing.slice(0, OFFERED).map((aisle) => (
          <Button key={aisle} onPress={() => add(aisle)}>
            <Trans id="manager.plan.aisle" message="Aisle {aisle}" values={{ aisle }} />
          </Button>
        ))}
        <Button onPress={() => add(plan.shelves.at(-1)?.aisle ?? '1')}>
          <Trans id="manager.plan.shelf.add" message="Add a shelf" />
        </Button>
      </div>
    </>
  );
}
