import { Trans, useLingui } from '@lingui/react';
import { fitScreen, HIGHEST_REACH, LEAST_TARGET, type ScreenPixels, usualPixels } from '../../../shared/access/screen.ts';
import type { AccessSettings } from '../../../shared/contract/index.ts';
import { Notice } from '../../ui/Notice.tsx';

interface GlassProps {
  readonly settings: Pick<AccessSettings, 'screen' | 'lowerEdge'>;
  /** Null: the kiosk has not said yet. */
  readonly pixels: ScreenPixels | null;
}

/** What the measures mean for a hand: how large the smallest button is, how high the highest, and what to do when that is wrong. */
export function Glass({ settings: { screen, lowerEdge }, pixels }: GlassProps) {
  const { i18n } = useLingui();
  const { width, height } = pixels ?? usualPixels;
  const { target, largeEnough, highest, reachable } = fitScreen(screen, lowerEdge, { width, height });
  const mm = (length: number) => i18n.number(Math.round(length));
  return (
    <div className="stack" aria-live="polite">
      <p className="soft">
        {pixels === null ? (
          <Trans
            id="manager.screen.pixels-unknown"
            message="The kiosk has not said yet how many pixels it has; {width} × {height} is assumed."
            values={{ width, height }}
          />
        ) : (
          <Trans
            id="manager.screen.pixels"
            message="The kiosk’s screen has {width} × {height} pixels."
            values={{ width, height }}
          />
        )}
      </p>
      {target !== null && largeEnough && (
        <p>
          <Trans
            id="manager.screen.target"
            message="The smallest button is {size} mm on the glass; {least} mm is the least."
            values={{ size: mm(target), least: mm(LEAST_TARGET) }}
          />
        </p>
      )}
      {target !== null && !largeEnough && (
        <Notice tone="warm">
          <p>
            <Trans
              id="manager.screen.too-small"
              message="This screen is too small: some keys are {size} mm instead of {least} mm. Choose a larger one, or give shoppers a keypad."
              values={{ size: mm(target), least: mm(LEAST_TARGET) }}
            />
          </p>
        </Notice>
      )}
      {highest !== null && reachable && (
        <p>
          <Trans
            id="manager.screen.highest"
            message="In reach mode the highest button is {height} mm above the floor; {most} mm is the most from a wheelchair."
            values={{ height: mm(highest), most: mm(HIGHEST_REACH) }}
          />
        </p>
      )}
      {highest !== null && reachable === false && (
        <Notice tone="warm">
          <p>
            <Trans
              id="manager.screen.too-high"
              message="The screen hangs too high: even in reach mode the highest button is {height} mm above the floor, and {most} mm is the most from a wheelchair. Hang it {lower} mm lower."
              values={{ height: mm(highest), most: mm(HIGHEST_REACH), lower: i18n.number(Math.ceil(highest - HIGHEST_REACH)) }}
            />
          </p>
        </Notice>
      )}
    </div>
  );
}
