import { verifyAudit } from '../audit-verify.ts';
import { sayVerdict } from './verdict.ts';

/** `prevenance audit verify` */
export function verify(options: { data?: string; export?: string }): void {
  sayVerdict(verifyAudit(options.data ?? 'data', options.export), { log: 'audit log', link: 'audit record', links: 'records' });
}
