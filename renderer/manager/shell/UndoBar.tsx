import { Trans, useLingui } from '@lingui/react';
import { useState } from 'react';
import { Refused } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { refusedWords } from '../forms/problem-words.ts';
import type { Undoable } from '../house.ts';
import { useActions, useHouse } from '../use-house.tsx';

const words = {
  deleted: /*i18n*/ { id: 'manager.deleted', message: '“{name}” was deleted.' },
  changed: /*i18n*/ { id: 'manager.changed-thing', message: '“{name}” was changed.' },
  keepDeleted: /*i18n*/ { id: 'manager.undo.keep', message: 'Keep it deleted' },
  keepChanged: /*i18n*/ { id: 'manager.undo.keep-changed', message: 'Keep the change' },
};

function Undo({ undoable }: { readonly undoable: Undoable }) {
  const { i18n } = useLingui();
  const { forget } = useActions();
  const [failed, setFailed] = useState<string | null>(null);
  const undo = async () => {
    try {
      await undoable.undo();
      forget(undoable);
    } catch (error) {
      setFailed(error instanceof Refused ? error.code : 'unreachable');
    }
  };
  return (
    <div className="undo">
      <span>
        {failed === null
          ? i18n._({ ...(undoable.what === 'changed' ? words.changed : words.deleted), values: { name: undoable.name } })
          : refusedWords(failed, i18n)}
      </span>
      <Button look="primary" onPress={() => void undo()}>
        <Trans id="manager.undo" message="Undo" />
      </Button>
      <Button look="bare" onPress={() => forget(undoable)}>
        {i18n._(undoable.what === 'changed' ? words.keepChanged : words.keepDeleted)}
      </Button>
    </div>
  );
}

/** What was deleted last, and the way back; then the one before. It stays until it is used or sent away: nobody is hurried. */
export function UndoBar() {
  const undoables = useHouse((house) => house.undoables);
  const last = undoables.at(-1);
  return (
    <div role="status" className="undo-place">
      {last !== undefined && <Undo key={undoables.length} undoable={last} />}
    </div>
  );
}
