import { Trans } from '@lingui/react';
import type { StaffCall } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { left } from '../desk/waited.ts';
import { useActions, useDesk, useNow } from '../use-desk.tsx';
import { useSettled } from '../use-settled.ts';

/** Which colleague shall take the call over. Only those who are free are asked. */
export function HandOver({ call, onClose }: { readonly call: StaffCall; readonly onClose: () => void }) {
  const { handOver } = useActions();
  const colleagues = useDesk((desk) => desk.snapshot?.colleagues);
  const free = colleagues?.filter((colleague) => colleague.free) ?? [];
  const settled = useSettled();
  return (
    <section className="ending">
      <p className="field-label">
        {free.length === 0 ? (
          <Trans id="staff.hand-over.nobody" message="No colleague is free at the moment." />
        ) : (
          <Trans id="staff.hand-over.to" message="Who shall take over? The call stays yours until they accept." />
        )}
      </p>
      {free.map(({ id, name }) => (
        <Button key={id} isDisabled={!settled} onPress={() => void handOver(call, id).then(onClose)}>
          {name}
        </Button>
      ))}
      <Button look="bare" isDisabled={!settled} onPress={onClose}>
        <Trans id="staff.hand-over.keep" message="I keep it" />
      </Button>
    </section>
  );
}

/** A colleague has been asked and has a moment to answer. */
export function HandOverAsked({ call }: { readonly call: StaffCall }) {
  const heardAt = useDesk((desk) => desk.heardAt);
  const now = useNow();
  if (call.handOver === null) return null;
  const seconds = Math.ceil(left(call.handOver.leftMs, heardAt, now) / 1000);
  return (
    <p className="step-unknown" role="status">
      <Trans
        id="staff.hand-over.asked"
        message="{name} is asked to take over, and has {seconds} s to answer. Until then the call is yours."
        values={{ name: call.handOver.to.name, seconds }}
      />
    </p>
  );
}
