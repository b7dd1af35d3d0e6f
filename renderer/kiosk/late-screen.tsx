import type { ComponentType } from 'react';
import { type Late, late } from '../ui/late.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Failure } from './screens/Failure.tsx';

/** A screen that the first scene does not need. While it is on its way, and if it does not come, the frame and its foot stay. */
export const lateScreen = <P extends object>(load: () => Promise<ComponentType<P>>): Late<P> =>
  late(load, {
    waiting: <Skeleton width="40%" height="4rem" />,
    failed: (again) => (
      <div className="scene scene-list">
        <Failure again={again} />
      </div>
    ),
  });
