import type { ImportReport } from '../../../shared/contract/manager.ts';

const listedProblems = 100;

/** Which text encoding a file turned out to have. */
export type Encoding = 'utf-8' | 'windows-1252';

/**
 * Counts what becomes of a file's rows. Problems never repeat a value of the file: it may be personal, and the report is shown, sent
 * and logged.
 */
export class ImportTally {
  encoding: Encoding = 'utf-8';
  /** Data rows read, good and bad; the header and empty lines do not count. */
  rows = 0;
  /** True when the file as a whole cannot be imported; then nothing of it may be. */
  unusable = false;
  #refused = 0;
  readonly #errors: ImportReport['errors'] = [];

  /** One row is not imported. `line` as an editor shows it. */
  refuse(line: number, column: string | null, problem: string): void {
    this.#refused += 1;
    if (this.#errors.length < listedProblems) this.#errors.push({ line, column, problem });
  }

  /** The whole file is not imported: half of it would be counted twice after the mend. */
  refuseFile(line: number, column: string | null, problem: string): void {
    this.unusable = true;
    this.#errors.unshift({ line, column, problem });
    this.#errors.length = Math.min(this.#errors.length, listedProblems);
  }

  /** What the manager is shown. Call it once every row is either written or refused. */
  report(): ImportReport {
    const refused = this.unusable ? this.rows : this.#refused;
    const errors = this.#errors.toSorted((a, b) => a.line - b.line);
    return { rows: this.rows, imported: this.rows - refused, errors, refused, encoding: this.encoding };
  }
}
