import { Trans } from '@lingui/react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { parseNumber } from '../forms/parse.ts';

/** The true distance between the two points of the ruler. */
export function RulerForm({
  onMetres,
  onCancel,
}: {
  readonly onMetres: (metres: number) => void;
  readonly onCancel: () => void;
}) {
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const metres = parseNumber(text);
  const good = typeof metres === 'number' && metres > 0 && metres <= 500;
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (good) onMetres(metres);
      }}
    >
      <Field
        label={<Trans id="manager.plan.distance" message="Metres between A and B" />}
        hint={
          <Trans
            id="manager.plan.distance.hint"
            message="Drag A and B to two places whose distance you know, such as the ends of a wall."
          />
        }
        inputMode="decimal"
        value={text}
        onChange={setText}
        error={tried && !good ? <Trans id="manager.plan.distance.bad" message="A number from above 0 to 500." /> : undefined}
      />
      <div className="row">
        <Button look="primary" type="submit">
          <Trans id="manager.plan.scale" message="Set the scale" />
        </Button>
        <Button onPress={onCancel}>
          <Trans id="manager.cancel" message="Cancel" />
        </Button>
      </div>
    </form>
  );
}
