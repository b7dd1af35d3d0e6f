import { Trans } from '@lingui/react';
import { Ear } from 'lucide-react';
import * as v from 'valibot';
import { type Language, MatterReceipt } from '../../../shared/contract/index.ts';
import { inThrees } from '../../../shared/voice/reference.ts';
import { Button } from '../../ui/Button.tsx';
import { weekday } from '../../ui/format.ts';
import { Scene } from '../layout/Scene.tsx';
import { PrintButton } from '../printing/PrintButton.tsx';
import { callPerson } from '../state/commands.ts';
import { goHome, textOf, useView } from '../state/view.ts';

const Kept = v.pipe(v.string(), v.parseJson(), MatterReceipt);

/** What a shopper takes along: who answers, by when, and the two things that open the answer. */
export function Written({ language }: { readonly language: Language }) {
  const kept = v.safeParse(
    Kept,
    useView((view) => textOf(view, 'written')),
  );
  if (!kept.success) return null;
  const { kind, reference, code, owner, dueOn } = kept.output;
  return (
    <Scene
      onBack={null}
      title={<Trans id="written.title" message="We have it. Thank you." />}
      lead={
        <>
          <p>
            {owner === null ? (
              <Trans id="written.manager" message="The manager answers by {day}." values={{ day: weekday(dueOn, language) }} />
            ) : (
              <Trans
                id="written.owner"
                message="{name} answers by {day}."
                values={{ name: owner, day: weekday(dueOn, language) }}
              />
            )}
          </p>
          <dl className="ticket" data-personal="">
            <div>
              <dt>
                <Trans id="written.reference" message="Reference" />
              </dt>
              <dd className="figures" translate="no">
                {inThrees(reference)}
              </dd>
            </div>
            <div>
              <dt>
                <Trans id="written.code" message="Code" />
              </dt>
              <dd className="figures" translate="no">
                {inThrees(code)}
              </dd>
            </div>
          </dl>
        </>
      }
    >
      <p className="lead">
        <Trans
          id="written.keep"
          message="Please write both down, or take a photo. Together they open our answer, at this kiosk, under “Tell us something”."
        />
      </p>
      <p>
        <Trans id="written.once" message="After your visit we cannot show the code again." />
      </p>
      <PrintButton slip={{ kind: 'matter', id: reference }} />
      <div className="answers answers-large">
        <Button look="primary" onPress={() => goHome()}>
          <Trans id="written.done" message="Both are noted" />
        </Button>
        {kind === 'complaint' && (
          <Button icon={<Ear className="icon" aria-hidden="true" />} onPress={() => void callPerson('complaint')}>
            <Trans id="written.call" message="Have someone come now, too" />
          </Button>
        )}
      </div>
    </Scene>
  );
}
