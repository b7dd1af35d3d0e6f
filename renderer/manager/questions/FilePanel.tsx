import { Trans, useLingui } from '@lingui/react';
import { Download } from 'lucide-react';
import { useState } from 'react';
import type { ImportReport } from '../../../shared/contract/index.ts';
import { Refused } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { refusedWords } from '../forms/problem-words.ts';
import { keepAs } from '../parts/keep-as.ts';
import { ReportView } from '../products/ReportView.tsx';
import { useActions } from '../use-house.tsx';

type Came = { readonly name: string } & ({ readonly report: ImportReport } | { readonly refused: string });

/** The draft as a file, out and back in: whole or not at all. */
export function FilePanel({ onDone }: { readonly onDone: () => Promise<void> }) {
  const { i18n } = useLingui();
  const { call } = useActions();
  const [came, setCame] = useState<Came | null>(null);
  const codeOf = (error: unknown) => (error instanceof Refused ? error.code : 'unreachable');
  const bring = async (file: File) => {
    try {
      const report = await call('manager/import-questions', new Uint8Array(await file.arrayBuffer()));
      setCame({ name: file.name, report });
      await onDone();
    } catch (error) {
      setCame({ name: file.name, refused: codeOf(error) });
    }
  };
  const take = async (format: 'csv' | 'json') => {
    try {
      const { name, text } = await call('manager/ask-export', { format });
      keepAs(name, text, format === 'csv' ? 'text/csv' : 'application/json');
    } catch (error) {
      setCame({ name: format, refused: codeOf(error) });
    }
  };
  return (
    <section className="panel">
      <h2>
        <Trans id="manager.questions.file" message="As a file" />
      </h2>
      <p className="soft">
        <Trans
          id="manager.questions.file-lead"
          message="A file replaces the whole draft. If one row is not right, nothing is taken and every such row is named."
        />
      </p>
      <div className="row">
        <label className="file">
          <span>
            <Trans id="manager.questions.choose" message="Choose a CSV or JSON file" />
          </span>
          <input
            type="file"
            accept=".csv,.json,text/csv,application/json"
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file !== undefined) void bring(file);
            }}
          />
        </label>
        {(['csv', 'json'] as const).map((format) => (
          <Button
            key={format}
            look="bare"
            icon={<Download className="icon" aria-hidden="true" />}
            onPress={() => void take(format)}
          >
            <Trans id="manager.questions.export" message="Export as {format}" values={{ format: format.toUpperCase() }} />
          </Button>
        ))}
      </div>
      <div role="status">{came !== null && 'report' in came && <ReportView name={came.name} report={came.report} />}</div>
      {came !== null && 'refused' in came && <Notice tone="problem">{refusedWords(came.refused, i18n)}</Notice>}
    </section>
  );
}
