import { Trans } from '@lingui/react';
import { Page, WhenLoaded } from '../parts/Page.tsx';
import { useHouse, useLoaded } from '../use-house.tsx';
import { NotesPanel } from './NotesPanel.tsx';
import { PolicyForm } from './PolicyForm.tsx';

export function CallingPage() {
  const loaded = useLoaded('manager/escalation', {});
  const notes = useHouse((house) => house.snapshot?.openNotes ?? 0);
  return (
    <Page
      title={<Trans id="manager.section.calling" message="Call rules" />}
      lead={
        <Trans
          id="manager.calling.lead"
          message="A request for a person is never held back. Here you decide who hears it first, and how soon others do."
        />
      }
    >
      <NotesPanel key={notes} />
      <WhenLoaded loaded={loaded}>{(overview) => <PolicyForm overview={overview} onSaved={loaded.reload} />}</WhenLoaded>
    </Page>
  );
}
