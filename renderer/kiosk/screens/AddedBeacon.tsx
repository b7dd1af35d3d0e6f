import type { EnrolmentView } from '../../../shared/contract/index.ts';
import { send } from '../state/commands.ts';
import { Enrolment } from './Enrolment.tsx';

/** One more beacon on its way into the account. Its end leads back there. */
export function AddedBeacon({ enrolment }: { readonly enrolment: EnrolmentView }) {
  const back = () => void send('kiosk/join-cancel', {});
  return <Enrolment enrolment={enrolment} failed={false} onCancel={back} onFinish={back} />;
}
