import { useLingui } from '@lingui/react';
import { useState } from 'react';
import type { FloorPlan, PlanPicture } from '../../../shared/contract/index.ts';
import { resizeFloor } from '../../../shared/plan/edit.ts';
import { Refused } from '../../api.ts';
import { useActions } from '../use-house.tsx';
import { shrinkPicture } from './shrink-picture.ts';
import type { PlanDesk } from './use-plan.ts';

export interface FloorPictures {
  readonly failed: string | null;
  choose(file: File): void;
  remove(): void;
  putBack(picture: PlanPicture): Promise<unknown>;
}

/** Width a floor is taken to have until somebody says otherwise, in metres. */
const guessedWidth = 20;

/** The picture under the plan. */
export function useFloorPicture(desk: PlanDesk): FloorPictures {
  const { i18n } = useLingui();
  const { call, deleted } = useActions();
  const [failed, setFailed] = useState<string | null>(null);

  const putBack = (picture: PlanPicture) =>
    call(
      'manager/plan-picture-save',
      Uint8Array.from(atob(picture.base64), (letter) => letter.charCodeAt(0)),
    );

  const choose = async (file: File) => {
    const { bytes, width, height } = await shrinkPicture(file);
    await call('manager/plan-picture-save', bytes);
    // What the station keeps now, which somebody else may have changed since it was read here.
    const kept = await call('manager/plan', {});
    // The picture's own proportions: stretched, nobody would find their way on it.
    const floorWidth = kept.plan?.width ?? guessedWidth;
    const plan: FloorPlan = kept.plan ?? { width: floorWidth, height: floorWidth, places: [], shelves: [], facing: 'up' };
    await call('manager/plan-save', { plan: resizeFloor(plan, floorWidth, (floorWidth * height) / width), from: kept.revision });
    await desk.loaded.reload();
  };

  return {
    failed,
    putBack,
    choose(file) {
      setFailed(null);
      choose(file).catch((error: unknown) => setFailed(error instanceof Refused ? error.code : 'unreachable'));
    },
    remove() {
      const { picture } = desk;
      if (picture === null) return;
      void desk
        .act(() => call('manager/plan-picture-delete', {}))
        .then((gone) => {
          if (!gone) return;
          deleted({
            name: i18n._({ id: 'manager.plan.picture', message: 'Picture of the floor' }),
            async undo() {
              await putBack(picture);
              await desk.loaded.reload();
            },
          });
        });
    },
  };
}
