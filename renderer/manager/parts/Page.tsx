import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { refusedWords } from '../forms/problem-words.ts';
import type { Loaded } from '../use-house.tsx';

/** The frame of one section: heading, one line that says what it is for, actions. */
export function Page(props: {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <>
      <header className="page-head">
        <div>
          <h1 tabIndex={-1}>{props.title}</h1>
          {props.lead && <p className="soft page-lead">{props.lead}</p>}
        </div>
        {props.actions && <div className="row">{props.actions}</div>}
      </header>
      {props.children}
    </>
  );
}

/** Shows what was loaded, a place holder before, and a sentence when it could not be. */
export function WhenLoaded<A>({ loaded, children }: { readonly loaded: Loaded<A>; readonly children: (answer: A) => ReactNode }) {
  const { i18n } = useLingui();
  return (
    <>
      {loaded.failed !== null && <Notice tone="problem">{refusedWords(loaded.failed, i18n)}</Notice>}
      {loaded.answer !== null ? children(loaded.answer) : loaded.failed === null && <Skeleton height="8rem" />}
    </>
  );
}
