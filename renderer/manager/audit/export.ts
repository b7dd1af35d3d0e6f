import type { AuditRecord } from '../../../shared/audit/record.ts';
import type { AuditHead } from '../../../shared/contract/index.ts';
import { csv } from '../../../shared/csv.ts';

/** Records as the station exports them: one line of JSON each, closed by the log's signed end. */
export const toNdjson = (lines: readonly string[], head: AuditHead | null): string =>
  [...lines, JSON.stringify({ head })].map((line) => `${line}\n`).join('');

const columns = ['seq', 'at', 'actor', 'device', 'action', 'subject', 'outcome', 'count', 'hash'] as const;

/** The same for a spreadsheet, times in ISO 8601. */
export const toCsv = (lines: readonly string[]): string => {
  const rows = lines.map((line) => {
    const record = JSON.parse(line) as AuditRecord;
    return columns.map((column) => (column === 'at' ? new Date(record.at).toISOString() : record[column]));
  });
  return csv([columns, ...rows]);
};
