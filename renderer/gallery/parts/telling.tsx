import { CircleCheck, Info, Unplug } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { FloorThumb } from '../../ui/FloorThumb.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import type { Part } from '../part.ts';
import { sample } from '../samples.ts';
import { Worn } from '../Worn.tsx';

/** Parts that tell, and those that are written into. */

const name = () => sample({ fr: 'Prénom ou surnom', en: 'First name or nickname' });
const hint = () => sample({ fr: 'Facultatif. Nous le montrons à votre arrivée.', en: 'Optional. We show it when you arrive.' });
const wrong = () => sample({ fr: 'Écrivez au plus quarante lettres.', en: 'Write forty letters at most.' });
const body = () => <p>{sample({ fr: 'Ce que vous avez écrit est gardé.', en: 'What you wrote is kept.' })}</p>;

function AskedDialog() {
  const [open, setOpen] = useState(true);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{sample({ fr: 'Demander encore', en: 'Ask again' })}</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={sample({ fr: 'Supprimer cette offre ?', en: 'Delete this offer?' })}
      >
        <p>{sample({ fr: 'Vous pourrez annuler pendant une minute.', en: 'You can undo it for one minute.' })}</p>
        <div className="answers">
          <Button look="primary" onPress={() => setOpen(false)}>
            {sample({ fr: 'Supprimer', en: 'Delete' })}
          </Button>
          <Button onPress={() => setOpen(false)}>{sample({ fr: 'Garder', en: 'Keep' })}</Button>
        </div>
      </Dialog>
    </>
  );
}

export const tellingParts: readonly Part[] = [
  {
    name: 'Field',
    file: 'ui/Field.tsx',
    usage: '<Field label="First name" hint="Optional." error={problem} value={name} onChange={setName} />',
    examples: [
      { state: 'empty', show: () => <Field label={name()} hint={hint()} /> },
      { state: 'filled', show: () => <Field label={name()} value="Marie-Charlotte" /> },
      {
        state: 'with the focus',
        show: () => (
          <Worn state="focus-visible">
            <Field label={name()} value="Marie" />
          </Worn>
        ),
      },
      {
        state: 'something is wrong',
        show: () => <Field label={name()} value="Marie-Charlotte de la Tour du Pin" error={wrong()} />,
      },
      { state: 'not possible now', show: () => <Field label={name()} value="Marie" isDisabled /> },
      {
        state: 'several lines',
        show: () => <Field label={sample({ fr: 'Votre message', en: 'Your message' })} multiline value={hint()} />,
      },
    ],
  },
  {
    name: 'Notice',
    file: 'ui/Notice.tsx',
    usage: '<Notice tone="good" icon={<CircleCheck className="icon" aria-hidden="true" />} title="Done.">…</Notice>',
    examples: [
      {
        state: 'plain',
        show: () => (
          <Notice
            icon={<Info className="icon" aria-hidden="true" />}
            title={sample({ fr: 'Bon à savoir.', en: 'Good to know.' })}
          >
            {body()}
          </Notice>
        ),
      },
      {
        state: 'good',
        show: () => (
          <Notice
            tone="good"
            icon={<CircleCheck className="icon" aria-hidden="true" />}
            title={sample({ fr: 'C’est fait.', en: 'Done.' })}
          >
            {body()}
          </Notice>
        ),
      },
      {
        state: 'warm',
        show: () => (
          <Notice tone="warm" title={sample({ fr: 'Une place pour vous.', en: 'A place for you.' })}>
            {body()}
          </Notice>
        ),
      },
      {
        state: 'problem',
        show: () => (
          <Notice
            tone="problem"
            icon={<Unplug className="icon" aria-hidden="true" />}
            title={sample({ fr: 'Cela n’a pas marché.', en: 'That did not work.' })}
          >
            {body()}
          </Notice>
        ),
      },
    ],
  },
  {
    name: 'Dialog',
    file: 'ui/Dialog.tsx',
    usage: '<Dialog open={asking} onClose={stop} title="Delete this offer?">…</Dialog>',
    examples: [{ state: 'open', alone: true, show: () => <AskedDialog /> }],
  },
  {
    name: 'Skeleton',
    file: 'ui/Skeleton.tsx',
    usage: '<Skeleton width="60%" height="2rem" />',
    examples: [
      {
        state: 'three lines to come',
        show: () => (
          <div className="stack">
            <Skeleton width="60%" height="2em" />
            <Skeleton />
            <Skeleton width="80%" />
          </div>
        ),
      },
    ],
  },
  {
    name: 'QrCode',
    file: 'ui/QrCode.tsx',
    usage: '<QrCode text={receipt} label="Receipt as a code" />',
    examples: [
      {
        state: 'as it is',
        show: () => (
          <div className="thumb">
            <QrCode text="https://kiosk.store.lan/r/4F7K" label={sample({ fr: 'Code', en: 'Code' })} />
          </div>
        ),
      },
    ],
  },
  {
    name: 'FloorThumb',
    file: 'ui/FloorThumb.tsx',
    usage: '<FloorThumb floor={floor} label="By the bakery" />',
    examples: [
      {
        state: 'a kiosk and a zone',
        show: () => (
          <div className="thumb">
            <FloorThumb
              floor={{
                width: 300,
                height: 200,
                picture: null,
                shelves: [],
                kiosk: { x: 90, y: 120 },
                zone: { x: 200, y: 80, radius: 40 },
              }}
              label={sample({ fr: 'Près du pain', en: 'By the bakery' })}
            />
          </div>
        ),
      },
    ],
  },
];
