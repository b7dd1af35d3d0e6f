import { Trans } from '@lingui/react';
import { useState } from 'react';
import type { Input, Language, Purpose, VisitView } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { date, day } from '../../ui/format.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Scene } from '../layout/Scene.tsx';
import { send } from '../state/commands.ts';
import { useAnswer } from '../state/use-answer.ts';
import { goHome } from '../state/view.ts';
import { AddedBeacon } from './AddedBeacon.tsx';
import { ConsentRow } from './ConsentRow.tsx';
import { Correct } from './Correct.tsx';
import { Failure } from './Failure.tsx';
import { MyBeacons } from './MyBeacons.tsx';
import { Receipt } from './Receipt.tsx';
import { TakeAway } from './TakeAway.tsx';

/** What the store knows, why, and how each part is stopped with one tap. Leaving works even when nothing may be shown. */
export function Account({ visit, language }: { readonly visit: VisitView; readonly language: Language }) {
  const [failed, setFailed] = useState(false);
  const [open, setOpen] = useState<'take' | 'correct' | 'receipt' | null>(null);
  const { answer: account, failed: unread, again } = useAnswer('kiosk/account', {});
  const withdraw = async (purpose: Purpose) => {
    const done = await send('kiosk/withdraw', { purpose });
    setFailed(done === null);
    if (!done) return;
    if (purpose === 'recognition') goHome('left');
    else again();
  };
  const give = async (purpose: Purpose, shown: Input<'kiosk/consent'>['shown']) => {
    const done = await send('kiosk/consent', { purpose, decision: 'given', shown });
    setFailed(done === null);
    again();
  };
  if (visit.enrolment !== null && visit.enrolment.state !== 'done') return <AddedBeacon enrolment={visit.enrolment} />;
  const close = () => {
    setOpen(null);
    again();
  };
  if (account && open === 'take') return <TakeAway asks={account.hasPicture} onBack={close} />;
  if (account && open === 'correct') return <Correct account={account} onBack={close} />;
  if (account && open === 'receipt') return <Receipt purpose="recognition" onBack={close} />;
  const history = account?.consents.find((c) => c.purpose === 'history');
  return (
    <Scene
      shape="list"
      title={<Trans id="account.title" message="What we know about you" />}
      lead={<Trans id="account.lead" message="Only this store keeps it. Nobody else receives it." />}
    >
      {unread && <Failure again={again} />}
      {failed && (
        <Failure>
          <Trans id="account.failed" message="Nothing has changed. You can try again, or ask one of us." />
        </Failure>
      )}
      {!account && !unread && <Skeleton height="16rem" />}
      {account && (
        <>
          <dl className="facts">
            <div>
              <dt>
                <Trans id="account.name" message="Name" />
              </dt>
              <dd>{account.name ?? <Trans id="account.name.none" message="None" />}</dd>
            </div>
            <div>
              <dt>
                <Trans id="account.number" message="Customer number" />
              </dt>
              <dd className="figures">{account.customerNumber}</dd>
            </div>
            <div>
              <dt>
                <Trans id="account.since" message="Member since" />
              </dt>
              <dd>{date(account.joinedAt, language)}</dd>
            </div>
          </dl>
          <div className="answers">
            <Button onPress={() => setOpen('take')}>
              <Trans id="account.take" message="Take my data with me" />
            </Button>
            <Button onPress={() => setOpen('correct')}>
              <Trans id="account.correct" message="Correct my details" />
            </Button>
            <Button onPress={() => setOpen('receipt')}>
              <Trans id="account.receipt" message="Receipt of my answers" />
            </Button>
          </div>
          <MyBeacons language={language} />
          {history && (
            <ConsentRow
              purpose="history"
              language={language}
              given={history.given}
              title={<Trans id="account.history" message="Your purchases choose your offers" />}
              onWithdraw={() => void withdraw('history')}
              onGive={(shown) => void give('history', shown)}
            />
          )}
          {account.purchases.length > 0 && (
            <section className="stack">
              <h2>
                <Trans id="account.purchases" message="What you buy most" />
              </h2>
              <ul className="purchases">
                {account.purchases.map((purchase) => (
                  <li key={purchase.name.en}>
                    <span>{purchase.name[language]}</span>
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
            </section>
          )}
        </>
      )}
      <section className="leave">
        <div>
          <h2>
            <Trans id="account.leave" message="Leave the programme" />
          </h2>
          <p>
            <Trans id="account.leave.more" message="Your name, beacons and purchases are erased at once." />
          </p>
        </div>
        <Button onPress={() => void withdraw('recognition')}>
          <Trans id="account.leave.now" message="Leave and erase" />
        </Button>
      </section>
    </Scene>
  );
}
