import { Trans } from '@lingui/react';
import type { PagerLive } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** Says on every section that a way to reach people fails. */
export function PagerNotice({ pager, onOpen }: { readonly pager: readonly PagerLive[]; readonly onOpen: () => void }) {
  const used = pager.filter(({ active }) => active);
  const failing = used.filter(({ standing }) => standing.failingSince !== null);
  if (failing.length === 0) return null;
  const all = failing.length === used.length;
  return (
    <Notice
      tone={all ? 'problem' : 'warm'}
      title={
        all ? (
          <Trans id="manager.pager.all-fail" message="No way to reach people works" />
        ) : (
          <Trans
            id="manager.pager.some-fail"
            message="{names}: not reached"
            values={{ names: failing.map(({ name }) => name).join(', ') }}
          />
        )
      }
    >
      <p>
        {all ? (
          <Trans id="manager.pager.all-fail.more" message="Calls reach only staff pages that are open." />
        ) : (
          <Trans id="manager.pager.some-fail.more" message="The next way in your order is used instead." />
        )}{' '}
        <Button look="bare" onPress={onOpen}>
          <Trans id="manager.pager.look" message="See why" />
        </Button>
      </p>
    </Notice>
  );
}
