import { Trans, useLingui } from '@lingui/react';
import { useEffect, useState } from 'react';
import { call } from '../../api.ts';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { money } from '../../ui/format.ts';
import type { Gesture } from '../desk/errands.ts';
import { goodwillReasonWords } from '../words/suggestion-words.ts';

/** The employee's own gestures of today, to show one again. */
export function GrantedToday({ onShow }: { readonly onShow: (gesture: Gesture) => void }) {
  const { i18n } = useLingui();
  const [items, setItems] = useState<readonly Gesture[]>([]);
  useEffect(() => {
    call('staff/goodwill-today', {})
      .then((answer) => setItems(answer.items))
      .catch(() => undefined);
  }, []);
  if (items.length === 0) return null;
  return (
    <section className="card-part">
      <h2>
        <Trans id="staff.goodwill.today" message="Your gestures of today" />
      </h2>
      <ul className="granted-today">
        {items.map((gesture) => (
          <li key={gesture.id}>
            <Button look="quiet" onPress={() => onShow(gesture)}>
              {money(gesture.amountCents, spoken())} · {i18n._(goodwillReasonWords[gesture.reason])}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
