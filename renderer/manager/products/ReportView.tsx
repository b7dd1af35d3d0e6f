import { Trans, useLingui } from '@lingui/react';
import type { ImportReport } from '../../../shared/contract/index.ts';
import { Notice } from '../../ui/Notice.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { importProblemWords } from './import-problem-words.ts';

/** What became of an imported file: how many rows went in, and each one that did not. */
export function ReportView({ name, report }: { readonly name: string; readonly report: ImportReport }) {
  const { i18n } = useLingui();
  const clean = report.refused === 0 && report.errors.length === 0;
  const unusable = report.rows === 0 && !clean;
  return (
    <div className="stack">
      <Notice tone={clean ? 'good' : 'warm'} title={name}>
        <p>
          {unusable ? (
            <Trans id="manager.import.unusable" message="Nothing was imported: the file cannot be used as it is." />
          ) : (
            <Trans
              id="manager.import.result"
              message="{imported, plural, one {# row} other {# rows}} of {rows} imported. {refused, plural, =0 {None was refused.} one {One row was refused.} other {# rows were refused.}}"
              values={{ imported: report.imported, rows: report.rows, refused: report.refused }}
            />
          )}{' '}
          {report.encoding === 'utf-8' ? (
            <Trans id="manager.import.utf8" message="Read as UTF-8." />
          ) : (
            <Trans
              id="manager.import.encoding"
              message="Read as {encoding}: check that accents look right in the list below."
              values={{ encoding: report.encoding }}
            />
          )}
        </p>
      </Notice>
      {report.errors.length > 0 && (
        <DataTable
          caption={<Trans id="manager.import.errors" message="Problems" />}
          rows={report.errors}
          rowId={(error) => `${error.line}-${error.column}-${error.problem}`}
          empty={null}
          columns={[
            {
              id: 'line',
              heading: i18n._({ id: 'manager.import.line', message: 'Line' }),
              key: (error) => error.line,
              cell: (error) => i18n.number(error.line),
            },
            {
              id: 'column',
              heading: i18n._({ id: 'manager.import.column', message: 'Column' }),
              key: (error) => error.column,
              cell: (error) => error.column ?? '–',
            },
            {
              id: 'problem',
              heading: i18n._({ id: 'manager.import.problem', message: 'Problem' }),
              key: (error) => importProblemWords(error.problem, i18n),
              cell: (error) => importProblemWords(error.problem, i18n),
            },
          ]}
        />
      )}
      {report.refused > report.errors.length && (
        <p className="soft small">
          <Trans id="manager.import.first" message="These are the first {count}." values={{ count: report.errors.length }} />
        </p>
      )}
    </div>
  );
}
