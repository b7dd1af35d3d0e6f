import { Trans } from '@lingui/react';
import type { ReactNode } from 'react';
import type { Language, WayView } from '../../../shared/contract/index.ts';
import { number } from '../../ui/format.ts';

type Step = WayView['steps'][number];

function StepWords({ step, language }: { readonly step: Step; readonly language: Language }): ReactNode {
  const values = { metres: number(step.metres, language), nth: step.nth ?? 0 };
  switch (step.turn) {
    case 'ahead':
      return <Trans id="way.ahead" message="Straight on, about {metres} m" values={values} />;
    case 'back':
      return <Trans id="way.back" message="Turn round, then about {metres} m" values={values} />;
    case 'left':
      return step.nth === null ? (
        <Trans id="way.left" message="Turn left, then about {metres} m" values={values} />
      ) : (
        <Trans
          id="way.left.nth"
          message="{nth, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} passage on the left, then about {metres} m"
          values={values}
        />
      );
    case 'right':
      return step.nth === null ? (
        <Trans id="way.right" message="Turn right, then about {metres} m" values={values} />
      ) : (
        <Trans
          id="way.right.nth"
          message="{nth, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} passage on the right, then about {metres} m"
          values={values}
        />
      );
  }
}

const sides: Readonly<Record<WayView['side'], ReactNode>> = {
  ahead: <Trans id="way.end.ahead" message="The shelf is in front of you." />,
  left: <Trans id="way.end.left" message="The shelf is on your left." />,
  right: <Trans id="way.end.right" message="The shelf is on your right." />,
  back: <Trans id="way.end.back" message="The shelf is behind you." />,
};

/** The way in words, for who cannot see the plan, and for who would rather be told. */
export function WayWords({ way, language }: { readonly way: WayView; readonly language: Language }) {
  return (
    <div className="way-words">
      <h2>
        <Trans id="way.title" message="Facing this screen" />
      </h2>
      <ol>
        {way.steps.map((step, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one way never change places
          <li key={i}>
            <StepWords step={step} language={language} />
          </li>
        ))}
        <li>{sides[way.side]}</li>
      </ol>
    </div>
  );
}
