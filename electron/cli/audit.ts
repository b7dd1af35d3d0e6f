import { type AuditProblem, verifyAudit } from '../audit-verify.ts';

const words: Readonly<Record<AuditProblem, string>> = {
  changed: 'was changed after it was written',
  missing: 'is missing',
  relinked: 'does not follow the one before it',
  unreadable: 'cannot be read as a record',
  cut: 'and all after it are missing',
  rewritten: 'is another than the one that was noted',
  forged: 'is noted with a signature that is not this station’s',
};

/** `prevenance audit verify` */
export function verify(options: { data?: string; export?: string }): void {
  const verdict = verifyAudit(options.data ?? 'data', options.export);
  if (verdict.ok) {
    const count = verdict.to - verdict.from + 1;
    console.log(count === 0 ? 'The audit log is empty.' : `The audit log is whole: records ${verdict.from} to ${verdict.to}.`);
    return;
  }
  console.error(`prevenance: audit record ${verdict.badSeq} ${words[verdict.problem]} (${verdict.problem}, ${verdict.what}).`);
  process.exitCode = 1;
}
