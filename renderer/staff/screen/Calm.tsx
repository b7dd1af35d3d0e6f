import { Trans } from '@lingui/react';
import type { StaffSnapshot } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { useActions } from '../use-desk.tsx';

/** Nobody is waiting. */
export function Calm({ snapshot }: { readonly snapshot: StaffSnapshot }) {
  const { setDuty } = useActions();
  return (
    <section className="calm">
      <h1 className="calm-words">
        {snapshot.me.onDuty ? (
          <Trans id="staff.calm" message="Nobody is waiting." />
        ) : (
          <Trans id="staff.off-duty" message="You are off duty." />
        )}
      </h1>
      <p className="soft">
        {snapshot.me.onDuty ? (
          <Trans id="staff.calm.more" message="When a shopper calls, this phone rings with two rising tones." />
        ) : snapshot.colleaguesOnDuty > 0 ? (
          <Trans id="staff.off-duty.more" message="Calls go to your colleagues. This phone stays silent." />
        ) : (
          <Trans
            id="staff.off-duty.nobody"
            message="Nobody else is on duty: no one would come to a shopper who calls. This phone stays silent."
          />
        )}
      </p>
      {!snapshot.me.onDuty && (
        <Button look="primary" className="thumb" onPress={() => void setDuty(true)}>
          <Trans id="staff.go-on-duty" message="Go on duty" />
        </Button>
      )}
      <p className="soft small">
        <Trans
          id="staff.colleagues"
          message="{count, plural, =0 {No colleague is on duty} one {One colleague is on duty} other {# colleagues are on duty}}"
          values={{ count: snapshot.colleaguesOnDuty }}
        />
      </p>
    </section>
  );
}
