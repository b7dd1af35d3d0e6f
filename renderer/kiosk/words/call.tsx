import { Trans } from '@lingui/react';
import type { ReactNode } from 'react';
import type { CallView } from '../../../shared/contract/index.ts';
import { phone as written } from '../../ui/format.ts';

/** One short line of truth for each step of a call, and what it means for the shopper. */
export function callWords(call: CallView, number: string): { readonly title: ReactNode; readonly more: ReactNode } {
  const name = call.employee;
  const phone = written(number);
  switch (call.progress) {
    case 'sent':
      return {
        title: <Trans id="call.sent" message="Your call has been made." />,
        more: <Trans id="call.sent.more" message="We are telling the team now." />,
      };
    case 'seen':
      return {
        title: <Trans id="call.seen" message="The team has your call." />,
        more: <Trans id="call.seen.more" message="This screen will say who is coming." />,
      };
    case 'coming':
      return {
        title: name ? (
          <Trans id="call.coming.name" message="{name} is coming." values={{ name }} />
        ) : (
          <Trans id="call.coming" message="Someone is coming." />
        ),
        more: <Trans id="call.coming.more" message="Please stay near this kiosk." />,
      };
    case 'here':
      return {
        title: name ? (
          <Trans id="call.here.name" message="{name} is with you." values={{ name }} />
        ) : (
          <Trans id="call.here" message="Someone is with you." />
        ),
        more: <Trans id="call.here.more" message="The kiosk leaves you in good hands." />,
      };
    case 'waiting':
      return {
        title: <Trans id="call.waiting" message="Nobody has answered yet." />,
        more: <Trans id="call.waiting.more" message="We have now told more people. Your call stays open." />,
      };
    case 'all-busy':
      return {
        title: <Trans id="call.busy" message="Everyone is with another customer." />,
        more: <Trans id="call.busy.more" message="The whole team has your call. We cannot say how long it will take." />,
      };
    case 'nobody-on-duty':
      return {
        title: <Trans id="call.nobody" message="Nobody is on the shop floor right now." />,
        more: (
          <Trans
            id="call.nobody.more"
            message="We are telling the manager. Your call stays open. You can also phone us: {phone}."
            values={{ phone }}
          />
        ),
      };
    case 'closed-hours':
      return {
        title: <Trans id="call.closed-hours" message="The store is closed, and nobody is on duty." />,
        more: (
          <Trans
            id="call.closed-hours.more"
            message="We are telling the manager. You can phone us: {phone}. Or come back when we are open."
            values={{ phone }}
          />
        ),
      };
    case 'still-there':
      return {
        title: <Trans id="call.still-there" message="Are you still waiting?" />,
        more: (
          <Trans
            id="call.still-there.more"
            message="Nobody has answered yet. If nobody touches the screen for two minutes, this call ends."
          />
        ),
      };
    case 'unanswered':
      return {
        title: <Trans id="call.unanswered" message="Everyone was told, and nobody has answered." />,
        more: (
          <Trans
            id="call.unanswered.more"
            message="We are sorry. Your call stays open. You can also phone us: {phone}."
            values={{ phone }}
          />
        ),
      };
    case 'done':
      return {
        title: <Trans id="call.done" message="Your call is closed." />,
        more: <Trans id="call.done.more" message="You can call again whenever you like." />,
      };
    case 'cancelled':
      return {
        title: <Trans id="call.cancelled" message="Your call is cancelled." />,
        more: <Trans id="call.cancelled.more" message="The team knows. You can call again whenever you like." />,
      };
    case 'expired':
      return {
        title: <Trans id="call.expired" message="This call has ended." />,
        more: <Trans id="call.expired.more" message="You can call again whenever you like." />,
      };
  }
}
