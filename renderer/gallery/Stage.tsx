import { KeepFrame } from '../kiosk/layout/KeepFrame.tsx';
import { parts } from './catalogue.ts';
import { type Example, isKioskPart, type Part } from './part.ts';

function Specimen({ example: { state, show: Show } }: { readonly example: Example }) {
  return (
    <figure className="specimen">
      <figcaption>{state}</figcaption>
      <div className="specimen-place main">
        <KeepFrame>
          <Show />
        </KeepFrame>
      </div>
    </figure>
  );
}

/** The part asked for, or all of the kiosk or of every page, each with its states, and nothing else: the gallery frames it, and the test photographs it. */
export function Stage({ wanted, kiosk }: { readonly wanted: string | null; readonly kiosk: boolean }) {
  const shown = parts.filter((part) => (wanted === null ? isKioskPart(part) === kiosk : part.name === wanted));
  const examples = ({ examples }: Part) => examples.filter(({ alone }) => wanted !== null || !alone);
  return shown.map((part) => (
    <section key={part.name} className="specimens" id={part.name}>
      {examples(part).map((example) => (
        <Specimen key={example.state} example={example} />
      ))}
    </section>
  ));
}
