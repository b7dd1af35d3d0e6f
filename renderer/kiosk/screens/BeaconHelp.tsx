import { Trans } from '@lingui/react';
import { type FormEvent, useState } from 'react';
import type { Input, Picture, VisitView } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { hideKeyboard } from '../keyboard/field-focus.ts';
import { Scene } from '../layout/Scene.tsx';
import { send } from '../state/commands.ts';
import { goHome, goTo } from '../state/view.ts';
import { Enrolment } from './Enrolment.tsx';
import { Failure } from './Failure.tsx';
import { PictureGrid } from './PictureGrid.tsx';

type Act = Input<'kiosk/beacon-help'>['act'];
type Said = { readonly act: Act; readonly result: 'done' | 'wrong' | 'closed' | 'failed' };

/** For a customer whom no beacon names. Number and picture are the proof; nothing about them is shown. */
export function BeaconHelp({ visit }: { readonly visit: VisitView }) {
  const [number, setNumber] = useState('');
  const [act, setAct] = useState<Act | null>(null);
  const [picture, setPicture] = useState<Picture | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const stop = () => void send('kiosk/join-cancel', {});
  if (visit.enrolment !== null) {
    const finish = () => {
      stop();
      goHome();
    };
    return <Enrolment enrolment={visit.enrolment} failed={false} onCancel={stop} onFinish={finish} />;
  }
  const ask = async (which: Act, proof: Picture) => {
    const reply = await send('kiosk/beacon-help', { number, picture: proof, act: which });
    const result = reply?.result ?? 'failed';
    setPicture(result === 'done' ? proof : null);
    setSaid({ act: which, result });
  };

  if (said?.result === 'done' && said.act !== 'find' && picture !== null) {
    const blocked = said.act === 'block';
    return (
      <Scene
        key={said.act}
        told
        onBack={null}
        title={
          blocked ? (
            <Trans id="help.blocked" message="Your beacons are blocked." />
          ) : (
            <Trans id="help.unblocked" message="Your beacons work again." />
          )
        }
        lead={
          blocked ? (
            <Trans id="help.blocked.more" message="They recognise nobody now, in this store and at every screen." />
          ) : (
            <Trans id="help.unblocked.more" message="We will know you when you come in with one." />
          )
        }
      >
        <div className="answers answers-large">
          <Button look="primary" onPress={() => goHome()}>
            <Trans id="enrol.finish" message="Back to the start" />
          </Button>
          <Button onPress={() => void ask(blocked ? 'unblock' : 'block', picture)}>
            <Trans id="help.undo" message="Unblock" />
          </Button>
        </div>
      </Scene>
    );
  }

  if (act !== null) {
    return (
      <Scene
        key="picture"
        shape="list"
        onBack={() => setAct(null)}
        title={<Trans id="confirm.title" message="Which picture is yours?" />}
      >
        {said?.result === 'failed' && <Failure />}
        {said?.result === 'wrong' && (
          <Notice title={<Trans id="help.wrong" message="Number and picture do not belong together." />}>
            <Trans id="help.wrong.more" message="You can choose again, or go back and check the number." />
          </Notice>
        )}
        {said?.result === 'closed' ? (
          <Notice
            title={<Trans id="confirm.closed" message="Too many wrong pictures: we stop asking for a quarter of an hour." />}
          >
            <Trans id="help.closed.more" message="Someone from the team can block your beacons by your number." />
          </Notice>
        ) : (
          <PictureGrid onChoose={(chosen) => void ask(act, chosen)} />
        )}
      </Scene>
    );
  }

  const submit = (event: FormEvent) => {
    event.preventDefault();
    hideKeyboard();
  };
  const choose = (which: Act) => {
    hideKeyboard();
    setSaid(null);
    setAct(which);
  };
  const short = number.trim().length < 4;
  return (
    <Scene
      key="number"
      shape="list"
      fieldFirst
      onBack={() => goTo('welcome')}
      title={<Trans id="help.title" message="Help with your beacon" />}
      lead={<Trans id="help.lead" message="Your number and your picture are enough. Without a picture, ask one of us." />}
    >
      <form onSubmit={submit} className="stack naming">
        <Field
          autoFocus
          label={<Trans id="account.number" message="Customer number" />}
          value={number}
          onChange={setNumber}
          maxLength={12}
          autoComplete="off"
        />
        <div className="answers">
          <Button isDisabled={short} onPress={() => choose('block')}>
            <Trans id="help.block" message="It is lost" />
          </Button>
          <Button isDisabled={short} onPress={() => choose('unblock')}>
            <Trans id="help.unblock" message="It is found again" />
          </Button>
          <Button isDisabled={short} onPress={() => choose('find')}>
            <Trans id="help.find" message="It is not recognised" />
          </Button>
        </div>
      </form>
    </Scene>
  );
}
