import { Trans, useLingui } from '@lingui/react';
import { Download } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import type { ImportReport } from '../../../shared/contract/index.ts';
import { Refused } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { refusedWords } from '../forms/problem-words.ts';
import { keepAs } from '../parts/keep-as.ts';
import { useActions } from '../use-house.tsx';
import { ReportView } from './ReportView.tsx';

type Import =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending'; readonly file: File }
  | { readonly kind: 'done'; readonly file: File; readonly report: ImportReport }
  | { readonly kind: 'refused'; readonly file: File; readonly code: string };

/** Sends one CSV file and shows what became of every row. */
export function ImportPanel(props: {
  readonly route: 'manager/import-products' | 'manager/import-purchases' | 'manager/import-synonyms';
  readonly title: ReactNode;
  readonly lead: ReactNode;
  readonly sample: string;
  readonly sampleName: string;
  readonly onDone: () => Promise<void>;
}) {
  const { i18n } = useLingui();
  const { call } = useActions();
  const id = useId();
  const [state, setState] = useState<Import>({ kind: 'idle' });

  const send = async (file: File) => {
    setState({ kind: 'sending', file });
    try {
      const report = await call(props.route, new Uint8Array(await file.arrayBuffer()));
      setState({ kind: 'done', file, report });
      await props.onDone();
    } catch (error) {
      setState({ kind: 'refused', file, code: error instanceof Refused ? error.code : 'unreachable' });
    }
  };

  return (
    <section className="panel" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{props.title}</h2>
      <p className="soft">{props.lead}</p>
      <div className="row">
        <label className="file">
          <span>
            <Trans id="manager.import.choose" message="Choose a CSV file" />
          </span>
          <input
            type="file"
            accept=".csv,text/csv"
            disabled={state.kind === 'sending'}
            onChange={(event) => {
              const file = event.target.files?.[0];
              // The same file can be chosen again after it was mended.
              event.target.value = '';
              if (file !== undefined) void send(file);
            }}
          />
        </label>
        <Button
          look="bare"
          icon={<Download className="icon" aria-hidden="true" />}
          onPress={() => keepAs(props.sampleName, props.sample)}
        >
          <Trans id="manager.import.sample" message="Sample file" />
        </Button>
      </div>
      <div role="status">
        {state.kind === 'sending' && (
          <p className="sending">
            <progress aria-label={i18n._({ id: 'manager.import.progress', message: 'Import under way' })} />{' '}
            <Trans
              id="manager.import.sending"
              message="{name} ({size} kB) is being sent and read."
              values={{ name: state.file.name, size: i18n.number(Math.ceil(state.file.size / 1024)) }}
            />
          </p>
        )}
        {state.kind === 'done' && <ReportView name={state.file.name} report={state.report} />}
      </div>
      {state.kind === 'refused' && <Notice tone="problem">{refusedWords(state.code, i18n)}</Notice>}
    </section>
  );
}
