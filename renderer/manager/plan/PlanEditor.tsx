import { Trans, useLingui } from '@lingui/react';
import { useState } from 'react';
import type { FloorPlan, FloorView } from '../../../shared/contract/index.ts';
import { type PlaceKey, resizeFloor, scaleByPoints } from '../../../shared/plan/edit.ts';
import { Button } from '../../ui/Button.tsx';
import { FloorThumb } from '../../ui/FloorThumb.tsx';
import { Select } from '../parts/Select.tsx';
import { useHouse, useLoaded } from '../use-house.tsx';
import { FloorSize } from './FloorSize.tsx';
import { PictureButton } from './PictureButton.tsx';
import { PlanCanvas, type Ruler } from './PlanCanvas.tsx';
import { RulerForm } from './RulerForm.tsx';
import { ShelfList } from './ShelfList.tsx';
import { ThingList } from './ThingList.tsx';
import { thingsOf } from './things.ts';
import type { FloorPictures } from './use-floor-picture.ts';
import type { PlanDesk } from './use-plan.ts';

/** What an employee sees of a call from a zone: the first one on the plan stands for all. */
function preview(plan: FloorPlan, picture: FloorView['picture']): FloorView {
  const kiosk = plan.places.find(({ kind }) => kind === 'kiosk');
  const zone = plan.places.find(({ kind }) => kind === 'zone');
  return {
    width: plan.width,
    height: plan.height,
    picture,
    shelves: plan.shelves,
    kiosk: kiosk === undefined ? null : { x: kiosk.x, y: kiosk.y },
    zone: zone === undefined || zone.radius === null ? null : { x: zone.x, y: zone.y, radius: zone.radius },
  };
}

/** The plan, what stands on it, its size and its picture. */
export function PlanEditor(props: {
  readonly desk: PlanDesk;
  readonly plan: FloorPlan;
  readonly pictures: FloorPictures;
  readonly onRemove: () => void;
}) {
  const { i18n } = useLingui();
  const { desk, plan, pictures } = props;
  const zones = useLoaded('manager/zones', {});
  const receivers = useHouse((house) => house.snapshot?.receivers) ?? [];
  const [selected, setSelected] = useState<PlaceKey | null>(null);
  const [shelf, setShelf] = useState<string | null>(null);
  const [ruler, setRuler] = useState<Ruler | null>(null);
  const [said, say] = useState('');
  const things = thingsOf(
    plan,
    i18n._({ id: 'manager.plan.kiosk', message: 'Kiosk' }),
    (zones.answer?.items ?? []).map(({ value }) => value),
    receivers.map(({ id }) => id),
  );
  const middle = plan.height / 2;

  return (
    <div className="plan">
      <div className="plan-stage">
        <div className="row plan-tools">
          <Button isDisabled={!desk.canUndo} onPress={desk.undo}>
            <Trans id="manager.plan.undo" message="Undo" />
          </Button>
          <Button isDisabled={!desk.canRedo} onPress={desk.redo}>
            <Trans id="manager.plan.redo" message="Redo" />
          </Button>
          <span role="status" className="soft">
            {desk.saving === 'saving' && <Trans id="manager.saving" message="Saving" />}
            {desk.saving === 'saved' && <Trans id="manager.saved" message="Saved" />}
          </span>
        </div>
        <PlanCanvas
          desk={desk}
          plan={plan}
          picture={desk.picture}
          things={things}
          selected={selected}
          onSelect={setSelected}
          shelf={shelf}
          onShelf={setShelf}
          ruler={ruler}
          onRuler={setRuler}
          say={say}
        />
        <p id="plan-keys" className="soft small">
          <Trans
            id="manager.plan.keys"
            message="Drag a mark, or choose it with Tab and move it with the arrow keys: 10 cm a step, 1 m with Shift. Plus and minus change a zone’s radius, Delete takes a mark off."
          />
        </p>
        <p role="status" className="unseen">
          {said}
        </p>
      </div>
      <div className="plan-side">
        <section className="panel" aria-labelledby="plan-things">
          <h2 id="plan-things">
            <Trans id="manager.plan.things" message="On the floor" />
          </h2>
          <ThingList desk={desk} plan={plan} things={things} selected={selected} onSelect={setSelected} say={say} />
        </section>
        <section className="panel" aria-labelledby="plan-shelves">
          <h2 id="plan-shelves">
            <Trans id="manager.plan.shelves" message="Shelves and aisles" />
          </h2>
          <p className="soft small">
            <Trans
              id="manager.plan.shelves.what"
              message="The kiosk draws the way to a product’s aisle on this plan, around the shelves, and tells it in words."
            />
          </p>
          <Select
            label={<Trans id="manager.plan.facing" message="Who reads the kiosk’s screen looks" />}
            value={plan.facing}
            onChange={(facing) => desk.commit({ ...plan, facing: facing as FloorPlan['facing'] })}
            options={[
              { value: 'up', label: i18n._({ id: 'manager.plan.facing.up', message: 'to the top of the plan' }) },
              { value: 'right', label: i18n._({ id: 'manager.plan.facing.right', message: 'to the right' }) },
              { value: 'down', label: i18n._({ id: 'manager.plan.facing.down', message: 'to the bottom' }) },
              { value: 'left', label: i18n._({ id: 'manager.plan.facing.left', message: 'to the left' }) },
            ]}
          />
          <ShelfList desk={desk} plan={plan} selected={shelf} onSelect={setShelf} say={say} />
        </section>
        <section className="panel" aria-labelledby="plan-size">
          <h2 id="plan-size">
            <Trans id="manager.plan.size" message="Size and picture" />
          </h2>
          {ruler !== null ? (
            <RulerForm
              onMetres={(metres) => {
                desk.commit(scaleByPoints(plan, ruler.a, ruler.b, metres));
                setRuler(null);
              }}
              onCancel={() => setRuler(null)}
            />
          ) : (
            <>
              <FloorSize
                key={`${plan.width} ${plan.height}`}
                width={plan.width}
                height={plan.height}
                label={<Trans id="manager.plan.resize" message="Set the size" />}
                onSize={(width, height) => desk.commit(resizeFloor(plan, width, height))}
              />
              <div className="row">
                <Button
                  onPress={() => setRuler({ a: { x: plan.width / 4, y: middle }, b: { x: (3 * plan.width) / 4, y: middle } })}
                >
                  <Trans id="manager.plan.ruler" message="Set the scale by two points" />
                </Button>
                <PictureButton onFile={pictures.choose} />
                {desk.picture !== null && (
                  <Button look="bare" onPress={pictures.remove}>
                    <Trans id="manager.plan.picture.remove" message="Take the picture away" />
                  </Button>
                )}
                <Button look="bare" onPress={props.onRemove}>
                  <Trans id="manager.plan.delete" message="Delete the plan" />
                </Button>
              </div>
            </>
          )}
        </section>
        <section className="panel" aria-labelledby="plan-staff">
          <h2 id="plan-staff">
            <Trans id="manager.plan.staff" message="What an employee sees" />
          </h2>
          <FloorThumb
            floor={preview(plan, desk.picture)}
            label={i18n._({ id: 'manager.plan.thumb', message: 'The floor with the kiosk and a zone on it' })}
          />
        </section>
      </div>
    </div>
  );
}
