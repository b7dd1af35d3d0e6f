import { Trans } from '@lingui/react';
import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { goHome } from '../state/view.ts';

export interface SceneProps {
  /** The one thought of the screen. */
  readonly title: ReactNode;
  /** At most two short sentences under it. */
  readonly lead?: ReactNode;
  /** `tall`: the upper part tells, the lower part is touched. `list`: a short title, then much to touch. */
  readonly shape?: 'tall' | 'list';
  readonly picture?: ReactNode;
  /** A message with few answers: the drawing and the words take more than the upper part. */
  readonly told?: boolean;
  /** A short line over the title, such as the number of the step. */
  readonly over?: ReactNode;
  /** What "back" does; home unless said otherwise. Null: this screen has no way back. */
  readonly onBack?: (() => void) | null;
  readonly serif?: boolean;
  /** The title changes by itself while the screen stays: it is then read out. */
  readonly live?: boolean;
  /** A field takes the focus by itself; otherwise the title does, so that a screen reader starts there. */
  readonly fieldFirst?: boolean;
  readonly children?: ReactNode;
}

/** One screen: what it tells, and what can be touched. */
export function Scene({
  title,
  lead,
  shape = 'tall',
  picture,
  told,
  over,
  onBack = goHome,
  serif,
  live,
  fieldFirst,
  children,
}: SceneProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!fieldFirst) heading.current?.focus({ preventScroll: true });
  }, [fieldFirst]);
  // Where the screen tells first, the way back lies with the other buttons; on a list it stands over the title, out of the way.
  const back = onBack && (
    <div className="back">
      <Button look="bare" icon={<ArrowLeft className="icon" aria-hidden="true" />} onPress={() => onBack()}>
        <Trans id="scene.back" message="Back" />
      </Button>
    </div>
  );
  return (
    <div className={told ? `scene scene-${shape} scene-told` : `scene scene-${shape}`}>
      <div className="tell">
        {shape === 'list' && back}
        {picture && (
          <div className="tell-picture" aria-hidden="true">
            {picture}
          </div>
        )}
        {over && <p className="tell-over">{over}</p>}
        <h1
          ref={heading}
          tabIndex={-1}
          aria-live={live ? 'polite' : undefined}
          className={serif ? 'serif tell-title tell-serif' : 'tell-title'}
        >
          {title}
        </h1>
        {lead && <div className="tell-lead">{lead}</div>}
      </div>
      <div className="act">
        {children}
        {shape === 'tall' && back}
      </div>
    </div>
  );
}
