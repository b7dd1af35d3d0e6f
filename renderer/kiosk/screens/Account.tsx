import { useState } from 'react';
import type { Input, Language, Purpose, VisitView } from '../../../shared/contract/index.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Answers } from '../account/Answers.tsx';
import { Card } from '../account/Card.tsx';
import { Facts } from '../account/Facts.tsx';
import { Hub, type Part } from '../account/Hub.tsx';
import { Points } from '../account/Points.tsx';
import { Preferences } from '../account/Preferences.tsx';
import { send } from '../state/commands.ts';
import { useAnswer } from '../state/use-answer.ts';
import { goHome, goTo } from '../state/view.ts';
import { AddedBeacon } from './AddedBeacon.tsx';
import { Correct } from './Correct.tsx';
import { Failure } from './Failure.tsx';
import { TakeAway } from './TakeAway.tsx';

/** The account: which part of it is open, and what its switches do. Leaving works even when nothing may be shown. */
export function Account({ visit, language }: { readonly visit: VisitView; readonly language: Language }) {
  const [failed, setFailed] = useState(false);
  const [open, setOpen] = useState<Part | 'correct' | 'card' | null>(null);
  const { answer: account, failed: unread, again } = useAnswer('kiosk/account', {});
  const told = useAnswer('kiosk/preferences', {});
  const withdraw = async (purpose: Purpose) => {
    const done = await send('kiosk/withdraw', { purpose });
    setFailed(done === null);
    if (!done) return;
    if (purpose === 'recognition') goHome('left');
    else again();
  };
  const give = async (purpose: Purpose, shown: Input<'kiosk/consent'>['shown']) => {
    // The camera is asked about on its own screen: it shows what the camera does, and is the one place that starts it.
    if (purpose === 'camera') return goTo('camera');
    const done = await send('kiosk/consent', { purpose, decision: 'given', shown });
    setFailed(done === null);
    again();
  };
  if (visit.enrolment !== null && visit.enrolment.state !== 'done') return <AddedBeacon enrolment={visit.enrolment} />;
  const back = () => {
    setOpen(null);
    setFailed(false);
    again();
    told.again();
  };
  if (account) {
    switch (open) {
      case 'take':
        return <TakeAway asks={account.hasPicture} onBack={back} />;
      case 'correct':
        return <Correct account={account} onBack={() => setOpen('facts')} />;
      case 'card':
        return <Card asks={account.hasPicture} onBack={() => setOpen('facts')} />;
      case 'points':
        return <Points purchases={account.purchases} language={language} onBack={back} />;
      case 'facts':
        return <Facts language={language} onCorrect={() => setOpen('correct')} onCard={() => setOpen('card')} onBack={back} />;
      case 'preferences':
        return (
          <Preferences
            language={language}
            dietAgreed={account.consents.some(({ purpose, given }) => purpose === 'diet' && given)}
            onAnswered={again}
            onBack={back}
          />
        );
      case 'answers':
        return (
          <Answers
            visit={visit}
            language={language}
            consents={account.consents}
            failed={failed}
            onGive={(purpose, shown) => void give(purpose, shown)}
            onWithdraw={(purpose) => void withdraw(purpose)}
            onBack={back}
          />
        );
    }
  }
  return (
    <Hub
      onOpen={account ? setOpen : null}
      proposed={(told.answer?.proposals.length ?? 0) > 0}
      onLeave={() => void withdraw('recognition')}
    >
      {unread && <Failure again={again} />}
      {failed && <Failure />}
      {!account && !unread && <Skeleton height="16rem" />}
    </Hub>
  );
}
