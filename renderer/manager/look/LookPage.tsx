import { Trans, useLingui } from '@lingui/react';
import { useEffect, useState } from 'react';
import type { LookSettings } from '../../../shared/contract/index.ts';
import { Refused } from '../../api.ts';
import { Notice } from '../../ui/Notice.tsx';
import { wearLook } from '../../ui/wear-look.ts';
import { refusedWords } from '../forms/problem-words.ts';
import { Page, WhenLoaded } from '../parts/Page.tsx';
import { useActions, useLoaded } from '../use-house.tsx';
import { LookForm } from './LookForm.tsx';
import { LookVersions } from './LookVersions.tsx';

export function LookPage() {
  const { i18n } = useLingui();
  const { call } = useActions();
  const loaded = useLoaded('manager/look', {});
  const [failed, setFailed] = useState<string | null>(null);
  const worn = loaded.answer?.versions[0]?.version;
  useEffect(() => {
    if (worn !== undefined) wearLook(worn);
  }, [worn]);
  const publish = async (look: LookSettings) => {
    setFailed(null);
    try {
      await call('manager/look-publish', look);
    } catch (error) {
      setFailed(error instanceof Refused ? error.code : 'unreachable');
    }
    await loaded.reload();
  };
  return (
    <Page
      title={<Trans id="manager.section.look" message="Look" />}
      lead={<Trans id="manager.look.lead" message="The store’s colours, sign and manner on its screens." />}
    >
      {failed !== null && <Notice tone="problem">{refusedWords(failed, i18n)}</Notice>}
      <WhenLoaded loaded={loaded}>
        {(look) => (
          <>
            {look.draft !== null && (
              <Notice>
                <Trans id="manager.look.draft" message="This is a draft: the screens still wear what was published last." />
              </Notice>
            )}
            <LookForm key={look.versions[0]?.version} look={look} onChanged={loaded.reload} />
            <LookVersions versions={look.versions} onAgain={(version) => void publish(version.value)} />
          </>
        )}
      </WhenLoaded>
    </Page>
  );
}
