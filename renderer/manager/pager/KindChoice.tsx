import { Trans, useLingui } from '@lingui/react';
import { Button } from '../../ui/Button.tsx';
import { type Kind, kindWords } from './pager-words.ts';

const kinds: readonly Kind[] = ['mqtt', 'webhook', 'push'];

/** What one can add, with what each is good for. */
export function KindChoice({ onChoose }: { readonly onChoose: (kind: Kind) => void }) {
  const { i18n } = useLingui();
  return (
    <ul className="pager-kinds">
      {kinds.map((kind) => (
        <li key={kind} className="panel">
          <h3>{i18n._(kindWords[kind].name)}</h3>
          <p>{i18n._(kindWords[kind].about)}</p>
          <Button
            onPress={() => onChoose(kind)}
            aria-label={i18n._({
              id: 'manager.pager.add-named',
              message: 'Add: {name}',
              values: { name: i18n._(kindWords[kind].name) },
            })}
          >
            <Trans id="manager.pager.add" message="Add" />
          </Button>
        </li>
      ))}
    </ul>
  );
}
