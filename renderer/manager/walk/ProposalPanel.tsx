import { Trans, useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { WalkView } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { expectedWords } from './expected-words.ts';

type Boundary = Extract<WalkView['proposal'], { kind: 'boundary' }>;

function Accepted({ proposal, onAccept }: { readonly proposal: Boundary; readonly onAccept: () => void }) {
  const { i18n } = useLingui();
  const { settings, expected } = proposal;
  const [greeted, noticed, doubt] = expectedWords(expected, i18n);
  const seconds = (ms: number) => `${i18n.number(ms / 1000)} s`;
  const figures: readonly (readonly [string, ReactNode, string])[] = [
    ['near', <Trans key="n" id="manager.walk.near" message="Near from" />, `${i18n.number(settings.near)} dBm`],
    ['far', <Trans key="f" id="manager.walk.far" message="Far below" />, `${i18n.number(settings.far)} dBm`],
    ['enter', <Trans key="e" id="manager.walk.enter" message="Enters after" />, seconds(settings.enterDwell)],
    ['exit', <Trans key="x" id="manager.walk.exit" message="Leaves after" />, seconds(settings.exitDwell)],
  ];
  return (
    <>
      <p className="chart-said">{greeted}</p>
      <p className="chart-said">{noticed}</p>
      <p>{doubt}</p>
      <dl className="figures-row walk-figures">
        {figures.map(([id, term, value]) => (
          <div key={id}>
            <dt>{term}</dt>
            <dd className="figure-large">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="row">
        <Button look="primary" onPress={onAccept}>
          <Trans id="manager.walk.accept" message="Use for this zone" />
        </Button>
      </div>
      <p className="soft small">
        <Trans
          id="manager.walk.how"
          message="Found by playing the walk to the very rules that watch the zone. Each spot is judged by the boundary the other spots lead to. A passer-by is somebody who is at an outside spot for five seconds."
        />
      </p>
    </>
  );
}

/** What the walk leads to: a boundary with what to expect of it, or why there is none and what helps. */
export function ProposalPanel({
  proposal,
  onAccept,
}: {
  readonly proposal: WalkView['proposal'];
  readonly onAccept: () => void;
}) {
  const { i18n } = useLingui();
  const content = () => {
    switch (proposal.kind) {
      case 'more':
        return (
          <p className="soft">
            {proposal.missing === 'inside' ? (
              <Trans id="manager.walk.more.inside" message="Record at least one spot inside the zone." />
            ) : (
              <Trans
                id="manager.walk.more.outside"
                message="Now record spots outside: where people pass, as close as they come without being meant."
              />
            )}
          </p>
        );
      case 'unheard':
        return (
          <Notice tone="warm" title={<Trans id="manager.walk.unheard" message="Not heard inside" />}>
            <Trans
              id="manager.walk.unheard.help"
              message="No receiver of this zone heard the beacon inside. Choose the receiver that stands here, or look at Radio to see whether it works."
            />
          </Notice>
        );
      case 'swapped':
        return (
          <Notice tone="warm" title={<Trans id="manager.walk.swapped" message="Inside is weaker than outside" />}>
            <Trans
              id="manager.walk.swapped.help"
              message="Perhaps “inside” was pressed outside: delete those spots and do them again. If not, the receiver stands nearer to the outside: move it, or choose another one for this zone."
            />
          </Notice>
        );
      case 'overlap':
        return (
          <>
            <Notice tone="warm" title={<Trans id="manager.walk.overlap" message="No boundary separates the two" />}>
              <Trans
                id="manager.walk.overlap.help"
                message="Inside and outside sound too much alike here. Move the receiver into the middle of the zone, at chest height and away from metal; add a second receiver; or accept a smaller zone and record only its heart as inside."
              />
            </Notice>
            <p>
              <Trans id="manager.walk.overlap.best" message="With the best boundary there is:" />{' '}
              {expectedWords(proposal.expected, i18n).join(' ')}
            </p>
          </>
        );
      case 'boundary':
        return <Accepted proposal={proposal} onAccept={onAccept} />;
    }
  };
  return (
    <section className="panel" aria-labelledby="walk-proposal">
      <h2 id="walk-proposal">
        <Trans id="manager.walk.proposal" message="What follows" />
      </h2>
      <div aria-live="polite" className="walk-proposal">
        {content()}
      </div>
    </section>
  );
}
