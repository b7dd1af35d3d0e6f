import { Trans } from '@lingui/react';
import type { StaffSnapshot } from '../../../shared/contract/index.ts';
import { spoken } from '../../i18n/setup.ts';
import { time } from '../../ui/format.ts';
import { left } from '../desk/waited.ts';
import { useDesk, useNow } from '../use-desk.tsx';
import { MattersLine } from './MattersLine.tsx';
import { NoteList } from './NoteList.tsx';

/** Minutes and seconds of a countdown: "9:05". */
const countdown = (ms: number): string => {
  const whole = Math.ceil(ms / 1000);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};

function BreakLeft({ breakMs }: { readonly breakMs: number }) {
  const heardAt = useDesk((desk) => desk.heardAt);
  const now = useNow();
  return (
    <p className="calm-figure figures" role="timer">
      {countdown(left(breakMs, heardAt, now))}
    </p>
  );
}

function Heading({ snapshot }: { readonly snapshot: StaffSnapshot }) {
  if (!snapshot.me.onDuty) return <Trans id="staff.off-duty" message="You are off duty." />;
  if (snapshot.duty.breakMs !== null) return <Trans id="staff.break" message="You are on a break." />;
  return <Trans id="staff.calm" message="Nobody is waiting." />;
}

function Meaning({ snapshot }: { readonly snapshot: StaffSnapshot }) {
  const { me, duty, colleaguesOnDuty } = snapshot;
  if (me.onDuty && duty.breakMs === null)
    return <Trans id="staff.calm.more" message="When a shopper calls, this phone rings with two rising tones." />;
  if (me.manager && (!me.onDuty || colleaguesOnDuty === 0))
    return (
      <Trans
        id="staff.off-duty.manager"
        message="Calls go to your colleagues first. This phone rings when none of them is there, or none answers."
      />
    );
  if (colleaguesOnDuty === 0)
    return (
      <Trans
        id="staff.off-duty.nobody"
        message="Nobody else is on duty: no one would come to a shopper who calls. This phone stays silent."
      />
    );
  return me.onDuty ? (
    <Trans id="staff.break.more" message="Calls go to your colleagues. You come back by yourself when the time is up." />
  ) : (
    <Trans id="staff.off-duty.more" message="Calls go to your colleagues. This phone stays silent." />
  );
}

/** The shift of the rota, and what the switch says against it. */
function ShiftLine({ duty }: Pick<StaffSnapshot, 'duty'>) {
  if (duty.reminder === 'on') return <Trans id="staff.shift.begun" message="Your shift has begun, and you are still off duty." />;
  if (duty.reminder === 'off') return <Trans id="staff.shift.over" message="Your shift is over, and you are still on duty." />;
  if (duty.shift === null) return null;
  const at = (local: string) => time(local, spoken());
  return (
    <Trans
      id="staff.shift"
      message="Your shift: {from} to {to}"
      values={{ from: at(duty.shift.starts), to: at(duty.shift.ends) }}
    />
  );
}

/** Nobody is waiting. */
export function Calm({ snapshot, onMatters }: { readonly snapshot: StaffSnapshot; readonly onMatters: () => void }) {
  const { breakMs } = snapshot.duty;
  return (
    <>
      <section className="calm">
        <h1 className="calm-words">
          <Heading snapshot={snapshot} />
        </h1>
        {breakMs !== null && <BreakLeft breakMs={breakMs} />}
        <p className="soft">
          <Meaning snapshot={snapshot} />
        </p>
        <p className="soft small">
          <ShiftLine duty={snapshot.duty} />
        </p>
        <p className="soft small">
          <Trans
            id="staff.colleagues"
            message="{count, plural, =0 {No colleague is on duty} one {One colleague is on duty} other {# colleagues are on duty}}"
            values={{ count: snapshot.colleaguesOnDuty }}
          />
        </p>
      </section>
      {snapshot.matters.waiting > 0 && <MattersLine matters={snapshot.matters} onOpen={onMatters} />}
      {snapshot.notes.length > 0 && <NoteList notes={snapshot.notes} />}
    </>
  );
}
