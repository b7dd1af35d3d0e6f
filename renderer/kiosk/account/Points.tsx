import { Trans, useLingui } from '@lingui/react';
import type { Language, Output } from '../../../shared/contract/index.ts';
import { StoreText } from '../../i18n/StoreText.tsx';
import { Button } from '../../ui/Button.tsx';
import { day, money } from '../../ui/format.ts';
import { Scene } from '../layout/Scene.tsx';
import { Failure } from '../screens/Failure.tsx';
import { useVisit } from '../state/station.ts';
import { useAnswer } from '../state/use-answer.ts';
import { goTo } from '../state/view.ts';
import { gestureWords } from './gesture-words.ts';

interface PointsProps {
  readonly purchases: Output<'kiosk/account'>['purchases'];
  readonly language: Language;
  readonly onBack: () => void;
}

/** What the store gave, and what was bought: shown only here, after a touch. */
export function Points({ purchases, language, onBack }: PointsProps) {
  const { i18n } = useLingui();
  const visit = useVisit();
  const { answer: points, failed, again } = useAnswer('kiosk/points', {});
  return (
    <Scene
      shape="list"
      onBack={onBack}
      title={<Trans id="account.points" message="Points and purchases" />}
      lead={<Trans id="points.lead" message="Points are euros here. The till takes them off under your number." />}
    >
      {failed && <Failure again={again} />}
      {points && (
        <section className="stack">
          <p className="points-total">
            <span className="serif figures">{money(points.totalCents, language)}</span>{' '}
            <Trans id="points.total" message="given to you so far" />
          </p>
          <ul className="lines">
            {points.items.map((item, place) => (
              // Gestures have no identity on this screen, and their order never changes.
              // biome-ignore lint/suspicious/noArrayIndexKey: the order is the identity
              <li key={place}>
                <span>{i18n._(gestureWords[item.reason])}</span>
                <span className="soft">
                  {day(item.day, language)} · {money(item.amountCents, language)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="stack">
        <h2>
          <Trans id="account.purchases" message="What you buy most" />
        </h2>
        {purchases.length === 0 ? (
          <p>
            <Trans id="points.purchases.none" message="We keep no purchases that this screen would show." />
          </p>
        ) : (
          <ul className="lines purchases">
            {purchases.map((purchase) => (
              <li key={purchase.name.en}>
                <span>
                  <StoreText words={purchase.name} />
                </span>
                <span className="soft">
                  <Trans
                    id="account.purchase"
                    message="{times, plural, one {once} other {# times}}, last on {day}"
                    values={{ times: purchase.times, day: day(purchase.lastOn, language) }}
                  />
                </span>
              </li>
            ))}
          </ul>
        )}
        <p className="soft">
          <Trans id="points.hidden" message="Health, baby and alcohol never stand here. They are in your data to take along." />
        </p>
      </section>
      {visit?.selling && (
        <Button onPress={() => goTo('offer')}>
          <Trans id="home.offers" message="Today’s offers" />
        </Button>
      )}
    </Scene>
  );
}
