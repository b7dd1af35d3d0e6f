import { Trans } from '@lingui/react';
import { Notice } from '../../ui/Notice.tsx';
import { useLoaded } from '../use-house.tsx';

/** Says when the station's own clock makes strangers of rotating beacons; silent while it is right, or nobody knows. */
export function ClockNotice() {
  const clock = useLoaded('manager/clock', {}).answer?.clock;
  if (clock === 'past') {
    return (
      <Notice tone="problem" title={<Trans id="manager.clock.past" message="This machine’s clock is in the past" />}>
        <Trans
          id="manager.clock.past.remedy"
          message="Rotating beacons are strangers, and offers are those of another day. Set the time and switch on network time (NTP)."
        />
      </Notice>
    );
  }
  if (clock === 'unsynchronised') {
    return (
      <Notice tone="warm" title={<Trans id="manager.clock.unsynchronised" message="Nothing keeps this machine’s clock right" />}>
        <Trans
          id="manager.clock.unsynchronised.remedy"
          message="Rotating beacons change with the time: with a wrong clock they are strangers. Switch on network time (NTP) on this machine."
        />
      </Notice>
    );
  }
  return null;
}
