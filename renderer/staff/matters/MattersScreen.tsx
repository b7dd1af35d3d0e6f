import { Trans } from '@lingui/react';
import { useCallback, useEffect, useState } from 'react';
import type { DeskMatter } from '../../../shared/contract/index.ts';
import { call } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { LinkWords } from '../screen/LinkWords.tsx';
import { MatterCard } from './MatterCard.tsx';

/** Complaints and ideas that this employee answers, the most urgent first. */
export function MattersScreen({ onClose }: { readonly onClose: () => void }) {
  const [items, setItems] = useState<readonly DeskMatter[] | null>(null);
  const [failed, setFailed] = useState(false);
  const read = useCallback(async () => {
    const answer = await call('staff/matters', {}).catch(() => null);
    setFailed(answer === null);
    if (answer !== null) setItems(answer.items);
  }, []);
  useEffect(() => {
    void read();
  }, [read]);
  return (
    <main className="phone">
      <header>
        <h1>
          <Trans id="staff.matters" message="Complaints and ideas" />
        </h1>
        <LinkWords />
      </header>
      {failed && (
        <Notice tone="problem">
          <Trans id="staff.matters.failed" message="The station does not answer. What you typed stays here." />
        </Notice>
      )}
      {items?.length === 0 && (
        <p>
          <Trans id="staff.matters.empty" message="Nothing waits for your answer." />
        </p>
      )}
      <ul className="notes">
        {items?.map((matter) => (
          <MatterCard key={matter.id} matter={matter} onSaved={() => void read()} />
        ))}
      </ul>
      <Button look="primary" className="thumb" onPress={onClose}>
        <Trans id="staff.back" message="Back" />
      </Button>
    </main>
  );
}
