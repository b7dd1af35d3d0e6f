import { Trans } from '@lingui/react';
import { useState } from 'react';
import type { KioskSnapshot, VisitView } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { HandsArt } from '../art/HandsArt.tsx';
import { Scene } from '../layout/Scene.tsx';
import { isOpen } from '../state/station.ts';
import { useCountup } from '../state/use-countdown.ts';
import { useView } from '../state/view.ts';
import { callWords } from '../words/call.tsx';
import { ArrivalCode } from './ArrivalCode.tsx';
import { CallAnswers } from './CallAnswers.tsx';
import { Failure } from './Failure.tsx';
import { FeedbackQuestion } from './FeedbackQuestion.tsx';
import { type NoteDraft, NoteForm } from './NoteForm.tsx';
import { NoteLeft } from './NoteLeft.tsx';

/** How long a wait is before its length is worth saying. */
const LONG_WAIT_MS = 60_000;

function Waited({ waitedMs }: { readonly waitedMs: number }) {
  const minutes = Math.floor(useCountup(waitedMs) / 60_000);
  return (
    <p className="soft">
      <Trans
        id="call.waited"
        message="{minutes, plural, one {You have been waiting for # minute.} other {You have been waiting for # minutes.}}"
        values={{ minutes }}
      />
    </p>
  );
}

/** One message, the truth of the moment, and what can be done meanwhile. Nothing is sold here. */
export function CallScreen({
  call,
  store,
}: {
  readonly call: NonNullable<VisitView['call']>;
  readonly store: KioskSnapshot['store'];
}) {
  const [failed, setFailed] = useState(false);
  const { title, more } = callWords(call, store.phone);
  const [note, setNote] = useState<NoteDraft>({ text: '', contact: '' });
  const [open, setOpen] = useState<'note' | 'code' | null>(null);
  const over = !isOpen(call);
  const met = call.progress === 'here';
  // Somebody who has come is more than anything that is being typed; the words are kept.
  if (open === 'note' && !met) return <NoteForm draft={note} onChange={setNote} onLeave={() => setOpen(null)} />;
  if (open === 'code' && call.arrivalCode) return <ArrivalCode callId={call.id} onLeave={() => setOpen(null)} />;
  return (
    <Scene
      serif
      told
      live
      onBack={null}
      picture={<HandsArt coming={call.progress === 'coming' || call.progress === 'done' || met} />}
      title={title}
      lead={<p>{more}</p>}
    >
      {failed && (
        <Failure>
          <Trans id="call.cancel.failed" message="Your call is still open. You can try again." />
        </Failure>
      )}
      {!over && !met && call.waitedMs >= LONG_WAIT_MS && <Waited waitedMs={call.waitedMs} />}
      {call.note && !met && <NoteLeft />}
      {over && (
        <Button look="primary" onPress={() => useView.setState({ callRead: call.id, screen: 'welcome' })}>
          <Trans id="call.carry-on" message="Carry on" />
        </Button>
      )}
      {call.progress === 'done' && <FeedbackQuestion />}
      {!over && !met && <CallAnswers call={call} onFailed={setFailed} onNote={() => setOpen('note')} />}
      {call.arrivalCode && (
        <Button look="bare" onPress={() => setOpen('code')}>
          <Trans id="arrival.open" message="For our team: I am here" />
        </Button>
      )}
    </Scene>
  );
}
