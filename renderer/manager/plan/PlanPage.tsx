import { Trans, useLingui } from '@lingui/react';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { refusedWords } from '../forms/problem-words.ts';
import { Changed } from '../parts/Changed.tsx';
import { Page, WhenLoaded } from '../parts/Page.tsx';
import { useActions } from '../use-house.tsx';
import { FloorSize } from './FloorSize.tsx';
import { PictureButton } from './PictureButton.tsx';
import { PlanEditor } from './PlanEditor.tsx';
import { useFloorPicture } from './use-floor-picture.ts';
import { usePlan } from './use-plan.ts';

/** The store's floor: where the kiosk, the receivers and the zones are, for whoever is called there. */
export function PlanPage() {
  const { i18n } = useLingui();
  const { call, deleted } = useActions();
  const desk = usePlan();
  const pictures = useFloorPicture(desk);
  const failed = pictures.failed ?? desk.failed;

  const remove = () =>
    void desk.act(async () => {
      const { plan, picture } = await call('manager/plan', {});
      await call('manager/plan-delete', {});
      if (plan === null) return;
      deleted({
        name: i18n._({ id: 'manager.section.plan', message: 'Floor plan' }),
        async undo() {
          // Somebody may have brought the plan back meanwhile, without its picture, or drawn another one: then that one is shown.
          const { picture: there } = await call('manager/plan', {});
          try {
            if (picture !== null && there === null) await pictures.putBack(picture);
            await call('manager/plan-save', { plan, from: null });
          } finally {
            await desk.loaded.reload();
          }
        },
      });
    });

  return (
    <Page
      title={<Trans id="manager.section.plan" message="Floor plan" />}
      lead={
        <Trans
          id="manager.plan.lead"
          message="Employees who are called see the place on this plan. It never decides who is greeted: the zones’ boundaries do that."
        />
      }
    >
      {failed === 'changed-meanwhile' ? (
        <Notice tone="problem">
          <p>
            <Trans
              id="manager.plan.changed-meanwhile"
              message="The plan was changed elsewhere meanwhile. You see it as it is now; your last change is not in it. Undo brings your plan back."
            />
          </p>
          <div className="row">
            <Button onPress={desk.undo}>
              <Trans id="manager.plan.undo" message="Undo" />
            </Button>
          </div>
        </Notice>
      ) : (
        failed !== null && <Notice tone="problem">{refusedWords(failed, i18n)}</Notice>
      )}
      <WhenLoaded loaded={desk.loaded}>
        {() =>
          desk.plan === null ? (
            <div className="plan-begin">
              <section className="panel">
                <h2>
                  <Trans id="manager.plan.from-picture" message="From a picture" />
                </h2>
                <p className="soft">
                  <Trans
                    id="manager.plan.picture.what"
                    message="A drawing or a photograph of one, PNG, JPEG or WebP. Only its pixels are sent: when and where it was taken stays behind."
                  />
                </p>
                <PictureButton onFile={pictures.choose} />
              </section>
              <section className="panel">
                <h2>
                  <Trans id="manager.plan.from-size" message="From a rectangle" />
                </h2>
                <FloorSize
                  width={20}
                  height={12}
                  label={<Trans id="manager.plan.draw" message="Draw it" />}
                  onSize={(width, height) => desk.commit({ width, height, places: [], shelves: [], facing: 'up' })}
                />
              </section>
            </div>
          ) : (
            <>
              <PlanEditor desk={desk} plan={desk.plan} pictures={pictures} onRemove={remove} />
              <p className="soft small">
                <Changed changed={desk.changed} />
              </p>
            </>
          )
        }
      </WhenLoaded>
    </Page>
  );
}
