import { Trans, useLingui } from '@lingui/react';
import { useState } from 'react';
import { Refused } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { refusedWords } from '../forms/problem-words.ts';
import { useActions, useHouse } from '../use-house.tsx';

/** What was deleted last, and the way back. It stays until it is used or sent away: nobody is hurried. */
export function UndoBar() {
  const { i18n } = useLingui();
  const { forget } = useActions();
  const undoable = useHouse((house) => house.undoable);
  const [failed, setFailed] = useState<string | null>(null);
  const undo = async () => {
    try {
      await undoable?.undo();
      setFailed(null);
      forget();
    } catch (error) {
      setFailed(error instanceof Refused ? error.code : 'unreachable');
    }
  };
  return (
    <div role="status" className="undo-place">
      {undoable !== null && (
        <div className="undo">
          <span>
            {failed === null ? (
              <Trans id="manager.deleted" message="“{name}” was deleted." values={{ name: undoable.name }} />
            ) : (
              refusedWords(failed, i18n)
            )}
          </span>
          <Button look="primary" onPress={() => void undo()}>
            <Trans id="manager.undo" message="Undo" />
          </Button>
          <Button look="bare" onPress={forget}>
            <Trans id="manager.undo.keep" message="Keep it deleted" />
          </Button>
        </div>
      )}
    </div>
  );
}
