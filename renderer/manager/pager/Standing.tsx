import { Trans, useLingui } from '@lingui/react';
import type { PagerLive } from '../../../shared/contract/index.ts';
import { spoken } from '../../i18n/setup.ts';
import { locales } from '../../ui/format.ts';
import { Notice } from '../../ui/Notice.tsx';
import { troubleWords } from './pager-words.ts';

/** How a channel stands: never used, working, or failing since when, why, and what helps. */
export function Standing({ standing, active }: Pick<PagerLive, 'standing' | 'active'>) {
  const { i18n } = useLingui();
  const at = new Intl.DateTimeFormat(locales[spoken()], { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
  const last =
    standing.lastSentAt === null ? (
      <Trans id="manager.pager.never-worked" message="It has not worked since it was saved." />
    ) : (
      <Trans id="manager.pager.last" message="Last message taken: {at}." values={{ at: at.format(standing.lastSentAt) }} />
    );
  if (standing.failingSince !== null && standing.trouble !== null) {
    return (
      <Notice
        tone="problem"
        title={
          <Trans id="manager.pager.failing" message="Failing since {at}" values={{ at: at.format(standing.failingSince) }} />
        }
      >
        <p>{troubleWords(standing.trouble, i18n)}</p>
        <p className="small">
          {last} <span lang="en">{standing.detail}</span>
        </p>
      </Notice>
    );
  }
  return (
    <p className="row">
      <span className="tag" data-tag={active && standing.lastSentAt !== null ? 'now' : 'off'}>
        {!active ? (
          <Trans id="manager.pager.off" message="Not in use" />
        ) : standing.lastSentAt === null ? (
          <Trans id="manager.pager.unused" message="Never used" />
        ) : (
          <Trans id="manager.pager.working" message="Working" />
        )}
      </span>
      <span className="soft">
        {standing.lastSentAt === null ? <Trans id="manager.pager.try-it" message="Send a test to be sure." /> : last}
      </span>
    </p>
  );
}
