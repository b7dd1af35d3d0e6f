import { Trans } from '@lingui/react';
import { Page, WhenLoaded } from '../parts/Page.tsx';
import { useLoaded } from '../use-house.tsx';
import { Answers } from './Answers.tsx';
import { SettingsForm } from './SettingsForm.tsx';

export function EmpathyPage() {
  const loaded = useLoaded('manager/empathy', {});
  return (
    <Page
      title={<Trans id="manager.section.empathy" message="When to propose a person" />}
      lead={
        <Trans
          id="manager.empathy.lead"
          message="The kiosk estimates whether a visit goes badly. All it can do with that is bring a person sooner: no price, no offer and no record of anybody depends on it."
        />
      }
    >
      <WhenLoaded loaded={loaded}>
        {(overview) => (
          <>
            <Answers overview={overview} reload={loaded.reload} />
            <SettingsForm key={overview.current.version} overview={overview} onSaved={loaded.reload} />
          </>
        )}
      </WhenLoaded>
    </Page>
  );
}
